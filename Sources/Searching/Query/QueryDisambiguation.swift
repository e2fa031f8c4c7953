/// Looks at the pieces of a query beside each other: what cannot be syntax where it stands is text.
struct QueryDisambiguation {
  private let text: QueryText
  private let words: QueryWords
  private var lexemes: [QueryLexeme]
  private var notes: QueryNotes

  /// The pieces, with every operator between what it joins and every parenthesis closed.
  static func lexemes(
    _ lexemes: [QueryLexeme], of text: QueryText, _ words: QueryWords, noting notes: inout QueryNotes
  ) -> [QueryLexeme] {
    var pass = QueryDisambiguation(text: text, words: words, lexemes: lexemes, notes: notes)
    pass.readCapitals()
    pass.readPunctuation()
    pass.bound()
    pass.matchParentheses()
    pass.readSigns()
    pass.readOperators()
    notes = pass.notes
    return pass.lexemes
  }

  private mutating func read(_ index: Int, _ message: String? = nil) {
    lexemes[index].kind = .text
    if let message { notes.add(text.string(lexemes[index].range), at: lexemes[index].range.lowerBound, message) }
  }

  /// In a text of capitals only, `ET` and `OR` are words like the others.
  private mutating func readCapitals() {
    guard lexemes.count > QueryBounds.maximumWordsInCapitals, text.isInCapitals else { return }
    for index in lexemes.indices where [.and, .or, .not].contains(lexemes[index].kind) { read(index) }
  }

  /// Beside nothing but words and phrases, parentheses are those of a title: `Nord-Kivu (RDC)`.
  private mutating func readPunctuation() {
    guard !lexemes.contains(where: \.isSyntax) else { return }
    for index in lexemes.indices where [.open, .close].contains(lexemes[index].kind) { read(index) }
  }

  private mutating func bound() {
    for index in lexemes.indices.filter({ lexemes[$0].isOperator }).dropFirst(QueryBounds.maximumOperators) {
      read(index, "a query takes \(QueryBounds.maximumOperators) operators and fields; this one is read as a word")
    }
  }

  private mutating func matchParentheses() {
    var open: [Int] = []
    var ignored = 0
    for index in lexemes.indices {
      switch lexemes[index].kind {
      case .open where open.count >= QueryBounds.maximumDepth:
        read(index, "parentheses go \(QueryBounds.maximumDepth) deep; this one is passed over")
        ignored += 1
      case .open: open.append(index)
      case .close where ignored > 0:
        read(index)
        ignored -= 1
      case .close where open.popLast() == nil:
        read(index, "this parenthesis was never opened, so it is passed over")
      default: break
      }
    }
    for index in open.reversed() {
      notes.add(
        text.string(lexemes[index].range.lowerBound..<text.count), at: lexemes[index].range.lowerBound,
        "this parenthesis is never closed; it is read as if it were at the end")
      lexemes.append(QueryLexeme(kind: .close, range: text.count..<text.count))
    }
  }

  /// A sign before a word that says nothing by itself is no sign: `sera -t il`.
  private mutating func readSigns() {
    for index in lexemes.indices.dropLast() where [.minus, .plus].contains(lexemes[index].kind) {
      if lexemes[index + 1].kind == .text, !words.says(text.string(lexemes[index + 1].range)) { read(index) }
    }
  }

  private mutating func readOperators() {
    for index in lexemes.indices {
      let name = text.string(lexemes[index].range)
      let next = index + 1 < lexemes.count ? lexemes[index + 1] : nil
      switch lexemes[index].kind {
      case .and, .or:
        let hasFirst = index > 0 && lexemes[index - 1].endsOperand
        let hasSecond = next.map { $0.beginsOperand || [.not, .minus, .plus].contains($0.kind) } ?? false
        if !hasFirst || !hasSecond {
          read(
            index,
            "nothing stands \(hasFirst ? "after" : "before") this operator, so it is read as a word; "
              + "write one thing \(name) another")
        }
      case .not:
        let after = lexemes[(index + 1)...].first { $0.kind != .text || words.says(text.string($0.range)) }
        if after?.beginsOperand != true {
          read(
            index,
            "nothing that can be left out stands after this operator, so it is read as a word; "
              + "write \(name) something")
        } else if index > 0, lexemes[index - 1].kind == .text, !words.says(text.string(lexemes[index - 1].range)) {
          // Stress, as in `we should NOT pay`.
          read(index)
        }
      case .text, .quoted, .prefix, .open, .close, .minus, .plus, .title, .field: break
      }
    }
  }
}
