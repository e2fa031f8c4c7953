public import Schema

/// How one check of an index ended.
public struct CheckResult: Codable, Sendable, Equatable {
  /// What a check can come to.
  public enum Outcome: String, Codable, Sendable {
    /// Nothing is wrong.
    case sound
    /// Something is not as it was written.
    case damaged
    /// Runs wrote faster than the check could read.
    case unsettled
  }

  /// What was looked at: `layout`, `schema`, `structure`, `postings`, `passages`, `debates`, `canary`.
  public var check: String
  /// Whose database; nil for what concerns the index as a whole.
  public var audience: Audience?
  /// What it came to.
  public var outcome: Outcome
  /// How much was looked at.
  public var detail: String
  /// The first faults.
  public var faults: [String]
  /// How many faults there are.
  public var faultCount: Int

  /// The result of a check that found these faults.
  init(_ check: String, _ audience: Audience? = nil, detail: String = "", faults: Faults = Faults()) {
    self.check = check
    self.audience = audience
    outcome = faults.count == 0 ? .sound : .damaged
    self.detail = detail
    self.faults = faults.first
    faultCount = faults.count
  }

  /// The same, of files that may have changed while they were read.
  var unsettled: CheckResult {
    var result = self
    if outcome == .damaged { result.outcome = .unsettled }
    return result
  }

  /// The result of an examination that came to no result of its own.
  public init(_ examination: Examination, _ audience: Audience?, fault: String) {
    self.init(examination.rawValue, audience, faults: Faults(fault))
  }
}

/// Faults as they are found; all are counted, the first are kept.
struct Faults {
  private static let maximumKept = 10

  private(set) var first: [String] = []
  private(set) var count = 0

  init() {}

  /// One fault, found.
  init(_ fault: String) { add(fault) }

  mutating func add(_ fault: @autoclosure () -> String) {
    count += 1
    if first.count < Self.maximumKept { first.append(fault()) }
  }

  /// Adds a fault unless `condition` holds.
  mutating func expect(_ condition: Bool, _ fault: @autoclosure () -> String) {
    if !condition { add(fault()) }
  }
}
