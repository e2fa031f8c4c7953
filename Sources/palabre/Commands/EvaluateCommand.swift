public import ArgumentParser
import Foundation
public import Searching

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score the ranking against relevance judgements.",
    discussion: """
      Queries are lines of JSON, {"_id", "text"}; judgements are lines of query, id and grade, separated by tabs. \
      Without --qrels, qrels.tsv beside the queries is used when it is there. Latency is measured in this process.

      Example:
        palabre evaluate --queries set/queries.jsonl --index set.index --run set.run
      """)

  @OptionGroup var index: IndexPath

  @Option(help: ArgumentHelp("The queries.", valueName: "file"), completion: .file())
  var queries: String

  @Option(help: ArgumentHelp("The judgements.", valueName: "file"), completion: .file())
  var qrels: String?

  @Option(help: "What to rank.")
  var rank: EvaluatedRank = .debates

  @Option(help: ArgumentHelp("Results per query.", valueName: "n"))
  var limit = 100

  @Option(
    name: .customLong("run"), help: ArgumentHelp("Where to write the ranking, as a TREC run.", valueName: "file"),
    completion: .file())
  var runFile: String?

  @Flag(help: "Print the scores as JSON.")
  var json = false

  @OptionGroup var parameters: ParameterOptions

  func validate() throws {
    guard (1...SearchRequest.maximumLimit).contains(limit) else {
      throw ValidationError("--limit takes a number from 1 to \(SearchRequest.maximumLimit)")
    }
  }

  func run() throws {
    try Edge.run {
      let queries = try EvaluationQuery.read(self.queries)
      let index = try SearchIndex(path: index.path, parameters: parameters.parameters)
      let rankings = try Evaluation(rank: rank, limit: limit).run(
        queries, on: index, qrels: try judgements())
      if let runFile { try write(Run.text(rankings), to: runFile) }
      let scores = Scores(rankings)
      if json { try JSONOutput.print(scores) } else { print(scores.line) }
    }
  }

  private func judgements() throws -> Qrels? {
    if let qrels { return try Qrels(qrels) }
    let beside = URL(fileURLWithPath: queries).deletingLastPathComponent().appendingPathComponent("qrels.tsv").path
    return FileManager.default.fileExists(atPath: beside) ? try Qrels(beside) : nil
  }

  private func write(_ run: String, to path: String) throws {
    do {
      try Data(run.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      Terminal.error("palabre: \(path): cannot write: \(SystemReason.of(error))")
      throw ExitCode(Edge.Status.cannotCreate.rawValue)
    }
  }
}

extension EvaluatedRank: ExpressibleByArgument {}

/// Means over all judged queries, and latency over all queries.
private struct Scores: Encodable {
  var queries: Int
  var judged: Int
  var ndcgAt10: Double?
  var mrrAt10: Double?
  var recallAt100: Double?
  var p50Milliseconds: Double
  var p99Milliseconds: Double

  enum CodingKeys: String, CodingKey {
    case queries, judged
    case ndcgAt10 = "nDCG@10"
    case mrrAt10 = "MRR@10"
    case recallAt100 = "R@100"
    case p50Milliseconds = "p50_ms"
    case p99Milliseconds = "p99_ms"
  }

  init(_ rankings: [Evaluation.Ranking]) {
    let metrics = rankings.compactMap(\.metrics)
    queries = rankings.count
    judged = metrics.count
    if !metrics.isEmpty {
      let mean = Metrics.mean(metrics)
      ndcgAt10 = mean.ndcgAt10
      mrrAt10 = mean.reciprocalRankAt10
      recallAt100 = mean.recallAt100
    }
    let times = rankings.map { $0.seconds * 1000 }.sorted()
    p50Milliseconds = Scores.quantile(times, 0.5)
    p99Milliseconds = Scores.quantile(times, 0.99)
  }

  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(share * Double(sorted.count)))]
  }

  var line: String {
    func metric(_ name: String, _ value: Double?) -> String? {
      value.map { String(format: "\(name) %.4f", $0) }
    }
    let scores = [metric("nDCG@10", ndcgAt10), metric("MRR@10", mrrAt10), metric("R@100", recallAt100)]
    return
      (scores.compactMap { $0 } + [
        "queries \(queries)" + (judged < queries ? " (\(judged) judged)" : ""),
        String(format: "p50 %.2f ms", p50Milliseconds), String(format: "p99 %.2f ms", p99Milliseconds),
      ]).joined(separator: "  ")
  }
}
