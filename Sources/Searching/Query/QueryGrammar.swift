import Debates

/// From the pieces of a query to its tree: what `OR` joins, of what `AND` joins, of what stands side by side.
struct QueryGrammar {
  private let text: QueryText
  private let lexemes: [QueryLexeme]
  private let fields: FieldReader
  private var words: QueryWords
  private(set) var notes: QueryNotes
  private var place = 0
  private var items: QueryItems
  private var isInTitle = false

  /// Loose words that were met; few between operators do not count (see `QueryBounds`).
  private(set) var looseWords = 0

  init(_ text: QueryText, _ lexemes: [QueryLexeme], _ words: QueryWords, today: Moment, notes: QueryNotes) {
    self.text = text
    self.lexemes = lexemes
    self.words = words
    self.notes = notes
    fields = FieldReader(text: text, today: today)
    items = QueryItems(text: text, words: words)
  }

  private var kind: QueryLexeme.Kind? { place < lexemes.count ? lexemes[place].kind : nil }

  /// The tree of all pieces; nil when they ask for nothing.
  mutating func tree() -> QueryTree? { alternatives() }

  private mutating func alternatives() -> QueryTree? {
    var trees = [conjunction(beside: false)]
    while kind == .or {
      place += 1
      trees.append(conjunction(beside: true))
    }
    return .any(of: trees.compactMap { $0 })
  }

  private mutating func conjunction(beside isOperand: Bool) -> QueryTree? {
    var trees = [run(isOperand)]
    while kind == .and {
      place += 1
      trees.append(run(true))
    }
    return .all(of: trees.compactMap { $0 })
  }

  private mutating func run(_ isSecond: Bool) -> QueryTree? {
    var run = QueryRun()
    while let kind, kind != .close, kind != .and, kind != .or { item(kind, &run) }
    let isOperand = isSecond || kind == .and || kind == .or
    var loose: QueryTree?
    if let text = run.looseText(of: text) {
      let words = words.loose(text, isAlone: run.hasOnlyLooseWords)
      if !words.isEmpty { loose = .words(words) }
      let counts = words.count > (isOperand ? QueryBounds.maximumOperandWords : 0)
      if counts, !isInTitle { looseWords += words.count }
    }
    return run.tree(with: loose)
  }

  private mutating func item(_ kind: QueryLexeme.Kind, _ run: inout QueryRun) {
    let lexeme = lexemes[place]
    switch kind {
    case .minus, .not:
      place += 1
      if kind == .not { passStopWords() }
      if let tree = operand() { run.exclude(tree) } else { noteMissing(lexeme) }
    case .plus:
      place += 1
      if let tree = operand() { require(tree, lexeme, &run) } else { noteMissing(lexeme) }
    case .text:
      run.addLoose(lexeme.range, lexeme: place)
      place += 1
    case .field where isInTitle, .title where isInTitle:
      notes.add(
        lexeme.range, "a title has no fields; this is read as words")
      run.addLoose(lexeme.range, lexeme: place)
      place += 1
    case .quoted, .prefix, .open, .title, .field:
      let index = place
      if let tree = operand() {
        require(tree, lexeme, &run)
      } else if let rest = looseRest(of: lexeme) {
        run.addLoose(rest, lexeme: index)
      }
    case .close, .and, .or: place += 1
    }
  }

  /// What of a piece that could not be asked for as it is written still holds words.
  private func looseRest(of lexeme: QueryLexeme) -> Range<Int>? {
    switch lexeme.kind {
    case .quoted(let inside, _): inside
    case .prefix(let letters): letters
    default: nil
    }
  }

  private mutating func passStopWords() {
    while kind == .text, !words.says(text.string(lexemes[place].range)) { place += 1 }
  }

  private mutating func require(_ tree: QueryTree, _ lexeme: QueryLexeme, _ run: inout QueryRun) {
    if run.require(tree) {
      notes.add(
        lexeme.range, "a passage has one such value, so this is read as an alternative to the one before")
    }
  }

  private mutating func noteMissing(_ lexeme: QueryLexeme) {
    notes.add(
      lexeme.range, "what stands after this cannot be searched for; it is passed over")
  }

  /// One item, as a sign, an operator or a title takes it; nil when it asks for nothing.
  private mutating func operand() -> QueryTree? {
    guard let kind else { return nil }
    let lexeme = lexemes[place]
    guard lexeme.beginsOperand else { return nil }
    place += 1
    switch kind {
    case .text: return words.one(text.string(lexeme.range))
    case .quoted(let inside, let distance): return items.phrase(inside, distance, of: lexeme, &notes)
    case .prefix(let letters): return items.prefix(letters, of: lexeme, &notes)
    case .open: return group()
    case .title: return title(lexeme)
    case .field(let field, let written): return fields.tree(field, written, in: lexeme.range, &notes)
    case .close, .and, .or, .not, .minus, .plus: return nil
    }
  }

  private mutating func group() -> QueryTree? {
    let tree = alternatives()
    if kind == .close { place += 1 }
    return tree
  }

  private mutating func title(_ lexeme: QueryLexeme) -> QueryTree? {
    isInTitle = true
    defer { isInTitle = false }
    var tree: QueryTree?
    if kind == .text {
      let found = words.loose(text.string(lexemes[place].range), isAlone: true)
      if !found.isEmpty { tree = .words(found) }
      place += 1
    } else {
      tree = operand()
    }
    guard let tree else {
      notes.add(
        lexeme.range, "this field has no value, so it is left out; write title:budget or title:\"le budget\"")
      return nil
    }
    return .field(.title(tree))
  }
}
