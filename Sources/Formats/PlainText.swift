/// Prose that arrives with markup in it, as plain text.
enum PlainText {
  static func from(_ text: String) -> String { text }
}
