import Foundation
import TestTools
import Testing

/// The scores of three queries whose ranking is known, computed by hand.
@Suite struct EvaluateTests {
  /// "wall" finds the debate of that name first and the market second; "bell" the bell; "zzyzx" nothing.
  private func townWithSet() throws -> Town {
    let town = try Town()
    try town.folder.write(
      "set/queries.jsonl",
      #"{"_id":"first","text":"bell"}"# + "\n" + #"{"_id":"second","text":"wall"}"# + "\n"
        + #"{"_id":"none","text":"zzyzx"}"# + "\n" + #"{"_id":"unjudged","text":"harbour"}"# + "\n")
    try town.folder.write("set/qrels.tsv", "first\tbell\t1\nsecond\tmarket\t1\nnone\twall\t1\n")
    return town
  }

  private func json(_ result: Tool.Result) throws -> [String: Any] {
    #expect(result.status == 0, "\(result.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
  }

  @Test func scoresAreThoseOfTheDefinition() throws {
    let town = try townWithSet()
    let result = try town.palabre("evaluate", "--queries", "set/queries.jsonl", "--json", "--run", "set/a.run")
    let scores = try #require(try json(result) as? [String: Double])
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

  /// Speakers by their ids, expertises by their names, connected debates by those that share an expertise.
  @Test(arguments: [
    ("speakers", "ada"), ("expertises", "Masonry"), ("related", "wall"), ("passages", "bell/subject/0"),
  ])
  func eachRankHasItsIds(rank: String, wanted: String) throws {
    let town = try townWithSet()
    try town.folder.write(
      "one/queries.jsonl", #"{"_id":"q","text":"\#(rank == "passages" ? "bell" : "wall of the harbour")"}"# + "\n")
    try town.folder.write("one/qrels.tsv", "q\t\(wanted)\t1\n")
    let result = try town.palabre(
      "evaluate", "--queries", "one/queries.jsonl", "--rank", rank, "--json", "--run", "one/a.run")
    let run = try String(contentsOfFile: town.folder.path + "/one/a.run", encoding: .utf8)
    #expect(try json(result)["R@100"] as? Double == 1, "\(rank): \(run)")
  }

  @Test func aRunIsComparedQueryByQuery() throws {
    let town = try townWithSet()
    // By their scores "second" is right at place 1, though the ranks say otherwise; "first" is missing.
    try town.folder.write(
      "set/other.run", "second Q0 wall 1 1.5 x\nsecond Q0 market 2 2.5 x\nsecond Q0 second 3 9 x\n")
    let report = try json(
      try town.palabre("evaluate", "--queries", "set/queries.jsonl", "--json", "--compare", "set/other.run"))
    let comparison = try #require(report["comparison"] as? [String: Double])
    #expect(comparison["queries"] == 3)
    #expect(abs((comparison["nDCG@10"] ?? 0) - (1 + 1 / log2(3)) / 3) < 1e-9)
    #expect(abs((comparison["other_nDCG@10"] ?? 0) - 1.0 / 3) < 1e-9)
    #expect(abs((comparison["difference"] ?? 0) - (1 / log2(3)) / 3) < 1e-9)
    #expect(["wins", "ties", "losses"].compactMap { comparison[$0] } == [1, 1, 1] as [Double])
    // +1 and -.37 come to .63; all four choices of signs come to as much, in one direction or the other.
    #expect(comparison["p"] == 1)

    let text = try town.palabre("evaluate", "--queries", "set/queries.jsonl", "--compare", "set/other.run").output
    #expect(text.contains("nDCG@10 0.5436 against 0.3333, +0.2103  wins 1  ties 1  losses 1  p 1.0000"), "\(text)")
  }

  @Test func aRankingIsAsGoodAsItself() throws {
    let town = try townWithSet()
    _ = try town.palabre("evaluate", "--queries", "set/queries.jsonl", "--run", "set/a.run")
    let report = try json(
      try town.palabre("evaluate", "--queries", "set/queries.jsonl", "--json", "--compare", "set/a.run"))
    let comparison = try #require(report["comparison"] as? [String: Double])
    #expect(comparison["difference"] == 0 && comparison["ties"] == 3 && comparison["p"] == 1)
  }

  @Test func settingsAreRowsWithTheDefaultAmongThem() throws {
    let town = try townWithSet()
    let sweep = ["evaluate", "--queries", "set/queries.jsonl", "--sweep", "k1=0.5,2", "--sweep", "b=0.2:0.6:0.2"]
    let environment = ["PALABRE_INDEX": "town.index"]
    let report = try json(try Tool.run(sweep + ["--json"], in: town.folder.path, environment: environment))
    let settings = try #require(report["settings"] as? [[String: Any]])
    // Neither k1 is the default: it comes first, before the six.
    #expect(settings.map { $0["default"] as? Bool ?? false } == [true] + Array(repeating: false, count: 6))
    #expect(settings.count { $0["best"] as? Bool == true } == 1)
    let values = settings.compactMap { $0["parameters"] as? [String: Double] }
    #expect(values.last == ["k1": 2, "b": 0.6])
    #expect(values.count == 7)
    #expect(settings.allSatisfy { ($0["against_default"] as? [String: Double])?["queries"] == 3 })

    let text = try Tool.run(sweep, in: town.folder.path, environment: environment).output
    let rows = text.split(separator: "\n")
    #expect(rows.first?.split(separator: " ") == ["k1", "b", "nDCG@10", "MRR@10", "R@100", "p"])
    #expect(rows.count { $0.contains("default") && !$0.contains("judged") } == 1 && rows.count == 9, "\(text)")
  }

  /// A setting changes the ranking it is tried on, and no other.
  @Test func eachSettingIsWhatSetMakesOfIt() throws {
    let town = try townWithSet()
    let report = try json(
      try town.palabre(
        "evaluate", "--queries", "set/queries.jsonl", "--json", "--sweep", "candidates=1,2", "--sweep",
        "wholeWeight=0,1"))
    let settings = try #require(report["settings"] as? [[String: Any]])
    // With one candidate, the second is not found.
    #expect(Set(settings.compactMap { $0["nDCG@10"] as? Double }).count == 2)
    for setting in settings {
      let values = try #require(setting["parameters"] as? [String: Double])
      let set = values.flatMap { ["--set", "\($0.key)=\($0.value)"] }
      let alone = try json(
        try Tool.run(
          ["evaluate", "--queries", "set/queries.jsonl", "--json"] + set, in: town.folder.path,
          environment: ["PALABRE_INDEX": "town.index"]))
      #expect(alone["nDCG@10"] as? Double == setting["nDCG@10"] as? Double, "\(values)")
    }
  }

  @Test func theWorstQueryComesFirstWithItsReasons() throws {
    let town = try townWithSet()
    let report = try json(
      try town.palabre("evaluate", "--queries", "set/queries.jsonl", "--json", "--per-query"))
    let queries = try #require(report["per_query"] as? [[String: Any]])
    #expect(queries.compactMap { $0["id"] as? String } == ["none", "second", "first"])
    let second = queries[1]
    #expect((second["first"] as? [String: Any])?["id"] as? String == "wall")
    let wanted = try #require((second["wanted"] as? [[String: Any]])?.first)
    #expect(wanted["id"] as? String == "market" && wanted["place"] as? Int == 2)
    let parts = try #require(wanted["parts"] as? [[String: Any]])
    let sum = parts.reduce(0.0) { $0 + ($1["value"] as? Double ?? 0) * ($1["weight"] as? Double ?? 0) }
    #expect(abs(sum - (wanted["score"] as? Double ?? .nan)) < 1e-9)
    #expect(parts.allSatisfy { $0["name"] is String } && parts.count >= 2)
    #expect(queries[0]["first"] as? [String: Any] == nil)
    #expect((queries[0]["wanted"] as? [[String: Any]])?.first?["place"] as? Int == nil)

    let text = try town.palabre("evaluate", "--queries", "set/queries.jsonl", "--per-query", "2").output
    #expect(text.contains("0.0000  none  zzyzx\n     -  wall  wanted, not among the 0 found"), "\(text)")
    #expect(text.contains("0.6309  second  wall\n     1  wall  first  "), "\(text)")
    #expect(text.contains("     2  market  wanted  ") && text.contains(" × 1 + "), "\(text)")
    #expect(!text.contains("1.0000  first"), "two were asked for: \(text)")
  }

  @Test(arguments: [
    (["--sweep", "k1=1:9"], 64, "--sweep: k1=1:9: expected name=value,value,... or name=from:to:step"),
    (["--sweep", "k1=1:2:0.001"], 64, "1001 settings are more than 200"),
    (["--sweep", "k1=1:20:1", "--sweep", "b=1:20:1"], 64, "20 × 20 settings are more than 200: give fewer values"),
    (["--sweep", "k9=1"], 64, "k9: no such constant; there are k1, b,"),
    (["--sweep", "k1=1", "--run", "a.run"], 64, "--sweep prints a row for each setting"),
    (["--set", "k1=nan"], 64, "--set k1=nan: expected a number"),
    (["--set", "k1"], 64, "--set k1: expected name=value"),
    (["--per-query", "0"], 64, "--per-query takes a number from 1 on"),
    (["--compare", "none.run"], 66, "none.run: no such file"),
    (["--compare", "set/short.run"], 65, "set/short.run:2: expected query Q0 id rank score tag"),
    (["--compare", "set/nan.run"], 65, "set/nan.run:1: expected query Q0 id rank score tag"),
    (["--compare", "set/twice.run"], 65, "set/twice.run:2: expected each result once for a query"),
    (["--compare", "set/foreign.run"], 65, "set/foreign.run: ranks none of the judged queries"),
    (["--compare", "set/foreign.run", "--queries", "bare.jsonl"], 64, "--compare needs judgements: give --qrels"),
    (["--per-query", "--queries", "bare.jsonl"], 64, "--per-query needs judgements"),
    (["--sweep", "k1=1", "--queries", "bare.jsonl"], 64, "--sweep needs judgements"),
  ])
  func whatCannotBeDoneSaysWhy(arguments: [String], status: Int32, reason: String) throws {
    let town = try townWithSet()
    try town.folder.write("set/short.run", "second Q0 wall 1 1.5 x\nsecond Q0 wall first 1\n")
    try town.folder.write("set/nan.run", "second Q0 wall 1 nan x\n")
    try town.folder.write("set/twice.run", "second Q0 wall 1 2 x\nsecond Q0 wall 2 1 x\n")
    try town.folder.write("set/foreign.run", "other Q0 wall 1 1.5 x\n")
    try town.folder.write("bare.jsonl", #"{"_id":"first","text":"bell"}"#)
    let queries = arguments.contains("--queries") ? [] : ["--queries", "set/queries.jsonl"]
    let result = try Tool.run(
      ["evaluate"] + queries + arguments, in: town.folder.path, environment: ["PALABRE_INDEX": "town.index"])
    #expect(result.status == status, "\(result.errors)")
    #expect(result.errors.contains(reason), "\(result.errors)")
    #expect(result.output == "")
  }

  @Test func answersAreTimedToo() throws {
    let town = try townWithSet()
    for rank in ["debates", "passages", "speakers", "expertises", "related"] {
      let report = try json(
        try town.palabre(
          "evaluate", "--queries", "set/queries.jsonl", "--json", "--snippets", "--rank", rank, "--limit", "10"))
      #expect(report["p50_ms"] as? Double ?? 0 > 0)
    }
  }
}
