import Debates

/// Texts of a Popolo document.
enum PopoloText {
  /// On one line; nil when absent, blank or no text.
  static func line(_ value: JSONValue?) -> String? {
    let line = value?.string?.split(whereSeparator: \.isWhitespace).joined(separator: " ") ?? ""
    return line.isEmpty ? nil : line
  }

  /// An id, which may be written as a number.
  static func id(_ value: JSONValue?) -> String? {
    line(value) ?? value?.number.flatMap { Int(exactly: $0) }.map { String($0) }
  }
}
