import Foundation

/// Standard output for results, standard error for everything else.
enum Terminal {
  static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  static let errorIsTerminal = isatty(STDERR_FILENO) == 1
  static let inputIsTerminal = isatty(STDIN_FILENO) == 1

  /// How text looks on standard output.
  static let look = TextLook(
    columns: columns, hasColor: hasColor(outputIsTerminal, environment),
    hasLinks: outputIsTerminal && hasColor(true, environment) && environment["TERM"] != "linux")

  /// How text looks on standard error.
  static let errorLook = TextLook(columns: columns, hasColor: hasColor(errorIsTerminal, environment))

  static var width: Int { look.columns }

  /// Colours are for terminals, and for those who ask for them on the way to one, as `less -R` is. `NO_COLOR`
  /// (no-color.org) has the last word.
  static func hasColor(_ isTerminal: Bool, _ environment: [String: String]) -> Bool {
    func has(_ name: String) -> Bool { !["", "0"].contains(environment[name] ?? "") }
    guard (environment["NO_COLOR"] ?? "").isEmpty else { return false }
    return has("CLICOLOR_FORCE") || has("FORCE_COLOR") || isTerminal && environment["TERM"] != "dumb"
  }

  static func error(_ line: String) {
    errorBytes(sanitized(line) + "\n")
  }

  /// Where standard error is closed or full, there is nobody left to tell.
  static func errorBytes(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  static func bold(_ text: String) -> String { look.styled(text, .bold) }
  static func dim(_ text: String) -> String { look.styled(text, .dim) }

  /// Text of a source, without the characters that would steer a terminal or turn the direction of what follows.
  static func sanitized(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isSteering($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isSteering(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    // Controls of ASCII, and those of ISO 6429, of which one alone begins a sequence.
    case ..<0x20, 0x7F...0x9F: true
    // Embeddings, overrides and isolates (UAX 9).
    case 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static let environment = ProcessInfo.processInfo.environment
  private static let minimumColumns = 40
  private static let columnsElsewhere = 100

  /// `COLUMNS`, else those of the terminal.
  private static let columns: Int = {
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return max(minimumColumns, columns) }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return columnsElsewhere }
    return max(minimumColumns, Int(size.ws_col))
  }()
}
