import Mustache

/// How templates escape. The library's own way goes by characters as people see them: it leaves a quotation mark as it
/// is that a combining accent follows, and a browser ends the attribute there.
struct MarkupText: MustacheContentType {
  static let name = "MARKUP"

  func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
}
