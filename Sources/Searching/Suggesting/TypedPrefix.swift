import Analysis

/// What somebody has typed so far, without control characters, cut where it is too long.
struct TypedPrefix {
  /// A word of it.
  struct Word {
    /// Folded.
    var surface: String
    var isStopWord: Bool
    /// Where it begins, in UTF-16 code units.
    var start: Int
  }

  /// Bytes that are looked at.
  static let maximumBytes = 200

  let text: String
  let words: [Word]

  init(_ typed: String, _ analyzer: Analyzer) {
    var text = String.UnicodeScalarView()
    var bytes = 0
    for scalar in typed.unicodeScalars {
      bytes += UTF8.width(scalar)
      if bytes > TypedPrefix.maximumBytes { break }
      text.append(scalar.properties.generalCategory == .control ? " " : scalar)
    }
    self.text = String(text)
    let tokens = analyzer.tokens(of: self.text).filter(\.takesPosition)
    words = tokens.map {
      Word(
        surface: analyzer.vocabulary.surface(of: $0.word), isStopWord: analyzer.vocabulary.isStopWord($0),
        start: $0.start)
    }
  }

  /// What comes before the last word, as typed, on one line.
  var beforeLast: String {
    guard let last = words.last else { return "" }
    let before = String(decoding: Array(text.utf16)[..<last.start], as: UTF16.self)
    let line = before.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return before.last?.isWhitespace == true && !line.isEmpty ? line + " " : line
  }
}
