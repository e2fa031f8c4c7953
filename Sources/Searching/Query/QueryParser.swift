public import Analysis
public import Debates

/// From the text of a query to a tree. Never fails: whatever was typed means something, and notes tell what was
/// understood otherwise than it is written. `Documentation/query-language.md` is the language.
public struct QueryParser {
  private let analyzer: Analyzer
  private let today: Moment

  /// A parser that cuts text as this analyzer does.
  ///
  /// - Parameter today: the day from which `date:last-year` is counted.
  public init(analyzer: Analyzer, today: Moment = .today) {
    self.analyzer = analyzer
    self.today = today
  }

  /// What a query means.
  public func parse(_ query: String) -> ParsedQuery {
    guard !query.allSatisfy(\.isWhitespace) else { return ParsedQuery(tree: .everything, notes: []) }
    let whole = QueryParser.bounded(query)
    let text = QueryText(whole)
    var cutting = QueryNotes(text)
    if whole.utf8.count < query.utf8.count {
      cutting.addOfAll(
        "only the first \(QueryBounds.maximumBytes >> 10) KiB of a query are read; the rest is passed over")
    }
    var notes = cutting
    let pieces = QueryLexer.lexemes(of: text, noting: &notes)
    guard pieces.contains(where: { $0.isSyntax || $0.isQuoted }) else { return plain(whole, notes, inProse: cutting) }
    let words = QueryWords(analyzer: analyzer, of: whole)
    let lexemes = QueryDisambiguation.lexemes(pieces, of: text, words, noting: &notes)
    var grammar = QueryGrammar(text, lexemes, words, today: today, notes: notes)
    let tree = grammar.tree()
    guard grammar.looseWords <= QueryBounds.maximumLooseWords else {
      for field in lexemes where field.isField {
        cutting.add(
          field.range, "a text of more than \(QueryBounds.maximumLooseWords) words is read as prose, this included")
      }
      return plain(whole, cutting, inProse: cutting)
    }
    return understood(tree, grammar.notes)
  }

  /// A text in which nothing is syntax. In prose no mark is worth a note.
  private func plain(_ text: String, _ notes: QueryNotes, inProse proseNotes: QueryNotes) -> ParsedQuery {
    var words = QueryWords(analyzer: analyzer)
    let said = words.loose(text, isAlone: true)
    let isProse = said.count > QueryBounds.maximumLooseWords
    return understood(said.isEmpty ? nil : .words(said), isProse ? proseNotes : notes)
  }

  private func understood(_ tree: QueryTree?, _ notes: QueryNotes) -> ParsedQuery {
    var notes = notes
    if let tree {
      if tree.isExclusion {
        notes.addOfAll("this only says what to leave out: everything else is found")
      }
    } else {
      notes.addOfAll("nothing in this can be searched for: everything is found")
    }
    return ParsedQuery(tree: tree ?? .everything, notes: notes.inOrder)
  }

  /// The beginning of a text that is read, cut on a character's boundary.
  static func bounded(_ text: String) -> String {
    guard text.utf8.count > QueryBounds.maximumBytes else { return text }
    var end = text.utf8.index(text.startIndex, offsetBy: QueryBounds.maximumBytes)
    while end.samePosition(in: text.unicodeScalars) == nil { end = text.utf8.index(before: end) }
    return String(text[..<end])
  }
}
