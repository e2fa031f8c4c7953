import Analysis

/// Chooses the windows of a passage that show best why it was found, by our own analyzer's offsets: what is highlighted
/// is what was matched, as it was written.
struct Snippet {
  /// UTF-16 code units of all windows of a passage.
  static let limit = 240

  let analyzer: Analyzer
  let sought: SoughtWords
  /// From when on there is no time to look for windows: a text is shown by its beginning.
  var deadline = Deadline(after: nil)

  struct Choice {
    var highlights: Highlights
    /// What is shown, in UTF-16 code units of the text.
    var windows: [Range<Int>]
    /// Where the first match of the best window begins; nil when nothing matches.
    var firstMatch: Int?
  }

  func choose(in text: String) -> Choice {
    if deadline.isOver { return beginning(of: text) }
    let tokens = analyzer.tokens(of: text)
    let matches = TextMatches(of: sought, in: tokens, analyzer.vocabulary).matches
    let units = Array(text.utf16)
    let sentences = Sentences.ranges(of: units, ends: analyzer.sentenceEnds)
    let chosen = WindowChooser(
      units, sentences: sentences, matches: matches, limit: Snippet.limit, worth: sought.worth
    ).choose()
    let written = WrittenText(text, units)
    let windows = chosen.windows.map(written.withWholeCharacters).filter { !$0.isEmpty }
    let asked = matches.filter(\.sign.isAsked).map { $0.start..<$0.end }
    return Choice(
      highlights: written.highlights(windows, marking: asked), windows: windows, firstMatch: chosen.firstMatch)
  }

  /// A whole text, not a character changed, with all that matches marked.
  func whole(_ text: String) -> Highlights {
    let units = Array(text.utf16)
    let matches =
      deadline.isOver
      ? [] : TextMatches(of: sought, in: analyzer.tokens(of: text), analyzer.vocabulary).matches.filter(\.sign.isAsked)
    return WrittenText(text, units).highlights(
      [0..<units.count], marking: matches.map { $0.start..<$0.end }, isOnOneLine: false)
  }

  /// As many words as there is room for.
  private func beginning(of text: String) -> Choice {
    let units = Array(text.utf16)
    let end = WordCuts(units: units, matches: []).end(upTo: Snippet.limit, after: 0)
    let written = WrittenText(text, units)
    let window = written.withWholeCharacters(0..<end)
    return Choice(highlights: written.highlights([window], marking: []), windows: [window], firstMatch: nil)
  }
}
