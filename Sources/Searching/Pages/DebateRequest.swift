public import Debates

/// What to show of a debate.
public struct DebateRequest: Sendable {
  /// The most passages of one answer.
  public static let maximumLimit = 1000

  /// Of which kinds the passages are, in the order of `PassageKind`; nil for all but profiles, which are told with the
  /// speakers.
  public var kinds: [PassageKind]?
  /// How many passages to skip.
  public var offset = 0
  /// How many passages.
  public var limit = 200
  /// The id of a passage: the page that it is on is shown, in the place of `offset`.
  public var around: String?
  /// What is looked for in the debate; nil for nothing.
  public var query: String?
  /// How long the search for it may take; nil for no end.
  public var timeLimit: Duration?

  /// The first two hundred passages.
  public init() {}

  /// The kinds shown, in their order.
  var shownKinds: [PassageKind] {
    guard let kinds else { return PassageKind.allCases.filter { $0 != .profile } }
    return PassageKind.allCases.filter(kinds.contains)
  }
}
