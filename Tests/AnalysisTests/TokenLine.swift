import Analysis

/// Tokens on one line, for people to read and for goldens to hold:
///
///     fr: l@0-1:clitic homme@2-7=hom portesparoles@8-22:whole=portesparol+portes@8-14=port paroles@15-22=parol
///
/// A sentence's language (`fr:`, `en:`, `??:`) stands before its first token. A token is `surface@start-end` in UTF-16
/// code units, its form after a colon unless it is a plain word, `:stop` for a stop word, and `=` with the stems that
/// are indexed where they differ from the surface: of the sentence's language, or French and English, joined by `|`,
/// where that is unknown. A space begins a new position; `+` joins tokens that share one.
struct TokenLine {
  let analyzer: Analyzer

  func callAsFunction(_ text: String) -> String {
    var line = ""
    var position = -1
    var language: Language?
    for (index, token) in analyzer.tokens(of: text).enumerated() {
      if index > 0 { line += token.position == position ? "+" : " " }
      if index == 0 || token.language != language { line += "\(token.language?.rawValue ?? "??"): " }
      // Positions are consecutive; anything else shows.
      if token.position > position + 1 || token.position < position { line += "[\(token.position)]" }
      position = token.position
      language = token.language
      line += word(token)
    }
    return line
  }

  private func word(_ token: Token) -> String {
    let vocabulary = analyzer.vocabulary
    let surface = vocabulary.surface(of: token.word)
    var word = "\(TokenLine.visible(surface))@\(token.start)-\(token.end)"
    if token.form != .word { word += ":\(token.form)" }
    if vocabulary.isStopWord(token.word, in: token.language) { return word + ":stop" }
    let languages = token.language.map { [$0] } ?? [.french, .english]
    var stems = languages.map { vocabulary.surface(of: vocabulary.stem(of: token.word, in: $0)) }
    if stems.count == 2, stems[0] == stems[1] { stems.removeLast() }
    if stems != [surface] { word += "=\(stems.map(TokenLine.visible).joined(separator: "|"))" }
    return word
  }

  /// Marks, controls and spaces as `\u{…}`: nobody can check what cannot be seen.
  private static func visible(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .nonspacingMark, .lineSeparator, .paragraphSeparator, .spaceSeparator:
        "\\u{\(String(scalar.value, radix: 16))}"
      default: String(scalar)
      }
    }.joined()
  }
}
