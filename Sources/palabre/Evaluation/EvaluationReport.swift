import Searching

/// What an evaluation found, as JSON: the scores, and beside them what else was asked for.
struct EvaluationReport: Encodable {
  var scores: Scores
  var comparison: PairedTest?
  var queries: [QueryReport]?

  init(_ scores: Scores) { self.scores = scores }

  enum CodingKeys: String, CodingKey {
    case comparison
    case queries = "per_query"
  }

  func encode(to encoder: any Encoder) throws {
    try scores.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(comparison.map(ComparisonReport.init), forKey: .comparison)
    try container.encodeIfPresent(queries?.map(Query.init), forKey: .queries)
  }

  /// A part of a score.
  private struct Part: Encodable {
    var name: String
    var value: Double
    var weight: Double
  }

  private struct Result: Encodable {
    var id: String
    var grade: Int?
    var place: Int?
    var score: Double?
    var parts: [Part]?

    init(id: String, grade: Int?, place: Int?, _ result: RankedResult?) {
      self.id = id
      self.grade = grade
      self.place = place
      score = result?.score
      parts = result?.parts.map { Part(name: $0.name, value: $0.value, weight: $0.weight) }
    }
  }

  private struct Query: Encodable {
    enum CodingKeys: String, CodingKey {
      case id, text, first, wanted
    }

    var report: QueryReport

    func encode(to encoder: any Encoder) throws {
      try NamedMetrics(report.metrics).encode(to: encoder)
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(report.query.id, forKey: .id)
      try container.encode(report.query.text, forKey: .text)
      try container.encodeIfPresent(
        report.first.map { Result(id: $0.id, grade: nil, place: 1, $0) }, forKey: .first)
      try container.encode(
        report.wanted.map { Result(id: $0.id, grade: $0.grade, place: $0.place, $0.result) }, forKey: .wanted)
    }
  }
}

/// nDCG@10 of two rankings.
struct ComparisonReport: Encodable {
  enum CodingKeys: String, CodingKey {
    case queries, difference, wins, ties, losses, p
    case mean = "nDCG@10"
    case otherMean = "other_nDCG@10"
  }

  private let queries: Int
  private let mean: Double
  private let otherMean: Double
  private let difference: Double
  private let wins: Int
  private let ties: Int
  private let losses: Int
  private let p: Double

  init(_ test: PairedTest) {
    queries = test.queries
    mean = test.mean
    otherMean = test.otherMean
    difference = test.difference
    wins = test.wins
    ties = test.ties
    losses = test.losses
    p = test.pValue
  }
}
