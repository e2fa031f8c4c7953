/// Who may see a debate.
public enum Visibility: String, Sendable, Codable, CaseIterable {
  /// Everybody.
  case `public`
  /// Members only.
  case members
}
