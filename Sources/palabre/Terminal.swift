import Foundation

/// Standard output for results, standard error for everything else.
enum Terminal {
  static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  static let errorIsTerminal = isatty(STDERR_FILENO) == 1

  /// Colours are for terminals, unless `NO_COLOR` is set (no-color.org).
  static let hasColor =
    outputIsTerminal && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  static func error(_ line: String) {
    errorBytes(sanitized(line) + "\n")
  }

  /// Where standard error is closed or full, there is nobody left to tell.
  static func errorBytes(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  static func bold(_ text: String) -> String { hasColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  static func dim(_ text: String) -> String { hasColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
  /// A match: bold and underlined, so that it shows without colour too.
  static func match(_ text: String) -> String { hasColor ? "\u{1B}[1;4m\(text)\u{1B}[0m" : text }

  /// Text of a source, without the control characters that would steer a terminal.
  static func sanitized(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map {
          $0.value < 0x20 && $0 != "\n" && $0 != "\t" || (0x7F...0x9F).contains($0.value) ? "\u{FFFD}" : $0
        }))
  }

  /// Columns of the terminal; 100 elsewhere.
  static let width: Int = {
    var size = winsize()
    return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20 ? Int(size.ws_col) : 100
  }()

  /// Breaks text into indented lines that fit, counting characters as a terminal shows them without its marks.
  static func wrapped(_ text: String, indent: String) -> String {
    var lines: [String] = []
    var line = ""
    var length = 0
    for word in text.split(separator: " ") {
      let wordLength = visibleLength(word)
      if length > 0, indent.count + length + 1 + wordLength > width {
        lines.append(line)
        line = ""
        length = 0
      }
      if length > 0 {
        line += " "
        length += 1
      }
      line += word
      length += wordLength
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { indent + $0 }.joined(separator: "\n")
  }

  private static func visibleLength(_ word: Substring) -> Int {
    var length = 0
    var isEscape = false
    for character in word {
      if character == "\u{1B}" {
        isEscape = true
      } else if isEscape {
        isEscape = character != "m"
      } else {
        length += 1
      }
    }
    return length
  }
}
