public import Foundation

/// All that was found out about an index.
public struct CheckReport: Codable, Sendable {
  /// The folder, as it was named.
  public var index: String
  /// The generation that was looked at.
  public var generation: String
  /// In the order in which they were made.
  public var results: [CheckResult]
  /// What is in the folder and does no harm.
  public var notices: [String]
  /// How often a check began again because a run was writing.
  public var repetitions: Int
  /// Seconds.
  public var duration: TimeInterval

  /// The worst of all results.
  public var outcome: CheckResult.Outcome {
    if results.contains(where: { $0.outcome == .damaged }) { return .damaged }
    return results.contains { $0.outcome == .unsettled } ? .unsettled : .sound
  }
}
