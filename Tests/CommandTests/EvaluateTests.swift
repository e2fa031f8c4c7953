import Foundation
import TestTools
import Testing

/// The scores of three queries whose ranking is known, computed by hand.
@Suite struct EvaluateTests {
  @Test func scoresAreThoseOfTheDefinition() throws {
    let town = try Town()
    try town.folder.write(
      "set/queries.jsonl",
      #"{"_id":"first","text":"bell"}"# + "\n" + #"{"_id":"second","text":"wall"}"# + "\n"
        + #"{"_id":"none","text":"zzyzx"}"# + "\n" + #"{"_id":"unjudged","text":"harbour"}"# + "\n")
    // "wall" finds the debate of that name first and the market second.
    try town.folder.write("set/qrels.tsv", "first\tbell\t1\nsecond\tmarket\t1\nnone\twall\t1\n")
    let result = try town.palabre("evaluate", "--queries", "set/queries.jsonl", "--json", "--run", "set/a.run")
    #expect(result.status == 0, "\(result.errors)")
    let scores = try #require(
      try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Double])
    #expect(scores["queries"] == 4)
    #expect(scores["judged"] == 3)
    // One right at place 1, one at place 2, one missed: the mean of 1, 1/log2(3), 0, and so on.
    #expect(abs((scores["nDCG@10"] ?? 0) - (1 + 1 / log2(3)) / 3) < 1e-9)
    #expect(abs((scores["MRR@10"] ?? 0) - 0.5) < 1e-9)
    #expect(abs((scores["R@100"] ?? 0) - 2.0 / 3) < 1e-9)

    let run = try String(contentsOfFile: town.folder.path + "/set/a.run", encoding: .utf8)
    let rows = run.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.filter { $0[0] == "second" }.map { [$0[2], $0[3]] } == [["wall", "1"], ["market", "2"]])
    #expect(rows.allSatisfy { $0.count == 6 && $0[1] == "Q0" && Double($0[4]) != nil })

    let line = try town.palabre("evaluate", "--queries", "set/queries.jsonl", "--qrels", "set/qrels.tsv").output
    #expect(line.contains("nDCG@10 0.5436") && line.contains("MRR@10 0.5000") && line.contains("R@100 0.6667"))
  }
}
