import Foundation

/// A ranking for each query, as TREC exchanges them: `query Q0 id rank score tag`, one result a line.
public struct Run: Sendable, Equatable {
  /// For each query, the ids of its results, best first.
  public private(set) var results: [String: [String]] = [:]

  /// The text of a run.
  public static func text(_ rankings: [Evaluation.Ranking], tag: String = "palabre") -> String {
    var run = ""
    for ranking in rankings {
      for (rank, result) in ranking.results.enumerated() {
        run += "\(ranking.query.id) Q0 \(result.id) \(rank + 1) \(result.score) \(tag)\n"
      }
    }
    return run
  }

  /// Reads a run; ids may hold spaces. Results are ordered by their scores, as `trec_eval` does, whatever their ranks.
  /// - Throws: `EvaluationError` naming the line.
  public init(_ path: String) throws(EvaluationError) {
    var scored: [String: [String: (score: Double, line: Int)]] = [:]
    for (number, line) in try EvaluationFile.lines(of: path) {
      let fields = line.split { $0 == " " || $0 == "\t" }
      guard fields.count >= 6, let score = Double(fields[fields.count - 2]), !score.isNaN,
        Int(fields[fields.count - 3]) != nil
      else {
        throw .malformed(path, line: number, expected: "query Q0 id rank score tag")
      }
      let id = fields[2..<(fields.count - 3)].joined(separator: " ")
      guard scored[String(fields[0]), default: [:]].updateValue((score, number), forKey: id) == nil else {
        throw .malformed(path, line: number, expected: "each result once for a query")
      }
    }
    results = scored.mapValues { found in
      found.sorted { ($0.value.score, $1.value.line) > ($1.value.score, $0.value.line) }.map(\.key)
    }
  }
}
