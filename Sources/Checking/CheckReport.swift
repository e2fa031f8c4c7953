public import Foundation

/// All that was found out about an index.
public struct CheckReport: Encodable, Sendable {
  /// The folder, as it was named.
  public let index: String
  /// The generation that was looked at; nil when none could be.
  public let generation: String?
  /// In the order in which they were made.
  public internal(set) var results: [CheckResult]
  /// What is in the folder and does no harm.
  public let notices: [String]
  /// How often a check began again because a run was writing.
  public internal(set) var repetitions = 0
  /// Seconds.
  public internal(set) var duration: TimeInterval = 0

  /// The worst of all results.
  public var outcome: CheckResult.Outcome {
    if results.contains(where: { $0.outcome == .damaged }) { return .damaged }
    return results.contains { $0.outcome == .unsettled } ? .unsettled : .sound
  }

  init(index: String, generation: String?, results: [CheckResult], notices: [String]) {
    self.index = index
    self.generation = generation
    self.results = results
    self.notices = notices
  }

  enum CodingKeys: String, CodingKey {
    case index, generation, outcome, results, notices, repetitions, duration
  }

  /// Every key, `null` where there is nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(index, forKey: .index)
    try container.encode(generation, forKey: .generation)
    try container.encode(outcome, forKey: .outcome)
    try container.encode(results, forKey: .results)
    try container.encode(notices, forKey: .notices)
    try container.encode(repetitions, forKey: .repetitions)
    try container.encode(duration, forKey: .duration)
  }
}
