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
    pass.readProse()
    pass.readPunctuation()
    pass.bound()
    pass.matchParentheses()
    pass.readSigns()
    pass.readStress()
    pass.readOperators()
    notes = pass.notes
    return pass.lexemes
  }

  private mutating func read(_ index: Int, _ message: String? = nil) {
    lexemes[index].kind = .text
    if let message { notes.add(lexemes[index].range, message) }
  }

  /// In a text of capitals only, `ET` and `OR` are words like the others.
  private mutating func readCapitals() {
    guard lexemes.count > QueryBounds.maximumWordsInCapitals, text.isInCapitals else { return }
    for index in lexemes.indices where [.and, .or, .not].contains(lexemes[index].kind) { read(index) }
  }

  /// Among so many small words, capitals are stress, and signs and parentheses are those of a sentence.
  private mutating func readProse() {
    guard lexemes.contains(where: { $0.isSyntax && !$0.isField }), !lexemes.contains(where: { $0.kind == .title })
    else {
      return
    }
    let loose = lexemes.filter { $0.kind == .text }.map { text.string($0.range) }.joined(separator: " ")
    guard words.stopWords(in: loose) > QueryBounds.maximumStopWords else { return }
    for index in lexemes.indices where !lexemes[index].isField && !lexemes[index].isQuoted { read(index) }
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
        lexemes[index].range.lowerBound..<text.count,
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

  /// One quoted word among several is stressed, not asked for: `mieux vaut une agriculture locale et "raisonnée"`.
  private mutating func readStress() {
    guard !lexemes.contains(where: \.isSyntax) else { return }
    let quoted = lexemes.indices.filter { index in
      guard case .quoted(let inside, nil) = lexemes[index].kind else { return false }
      return words.isOneWord(text.string(inside))
    }
    guard !quoted.isEmpty else { return }
    let loose = lexemes.filter { $0.kind == .text }.map { text.string($0.range) }.joined(separator: " ")
    guard words.sayingWords(in: loose) > QueryBounds.maximumWordsBesideQuotedWord else { return }
    for index in quoted {
      let name = text.string(lexemes[index].range)
      read(index, "one quoted word beside several is read as they are; write +\(name) to require it")
    }
  }

  /// An operator without what it joins, or leaves out, is a word. Those that are stand for nothing beside others.
  private mutating func readOperators() {
    var lonely: Set<Int> = []
    for index in lexemes.indices where lexemes[index].kind == .not { readExclusion(index, &lonely) }
    for index in lexemes.indices where [.and, .or].contains(lexemes[index].kind) {
      let before = lexemes.indices.prefix(upTo: index).last { !lonely.contains($0) }
      let after = lexemes.indices.suffix(from: index + 1).first { !lonely.contains($0) }
      let hasFirst = before.map { lexemes[$0].endsOperand } ?? false
      let hasSecond = after.map { lexemes[$0].beginsOperand || lexemes[$0].isExclusionOrSign } ?? false
      if hasFirst, hasSecond { continue }
      let name = text.string(lexemes[index].range)
      lonely.insert(index)
      read(
        index,
        "nothing stands \(hasFirst ? "after" : "before") this operator, so it is read as a word; write one thing "
          + "\(name) another")
    }
  }

  private mutating func readExclusion(_ index: Int, _ lonely: inout Set<Int>) {
    let following = lexemes[(index + 1)...].prefix(QueryBounds.maximumWordsBeforeExclusion + 1)
    let excluded = following.first { $0.kind != .text || words.says(text.string($0.range)) }
    if excluded?.beginsOperand != true {
      lonely.insert(index)
      read(
        index,
        "nothing that can be left out stands after this operator, so it is read as a word; write "
          + "\(text.string(lexemes[index].range)) something")
    } else if index > 0, lexemes[index - 1].kind == .text, !words.says(text.string(lexemes[index - 1].range)) {
      // Stress, as in `we should NOT pay`.
      read(index)
    }
  }
}
