/// Cuts the text of a query into pieces, in one pass. What a piece looks like it may still turn out not to be.
struct QueryLexer {
  private let text: QueryText
  private let marks: QuotationMarks
  private let hasClosingDash: Bool
  /// The last closing parenthesis.
  private let lastClose: Int
  private var place = 0
  private var notes: QueryNotes
  private var lexemes: [QueryLexeme] = []

  init(_ text: QueryText, notes: QueryNotes) {
    self.text = text
    self.notes = notes
    marks = QuotationMarks(text)
    hasClosingDash = text.hasClosingDash
    lastClose = text.scalars.lastIndex(of: ")") ?? -1
  }

  /// The pieces of a text in order, and what there is to say of them.
  static func lexemes(of text: QueryText, noting notes: inout QueryNotes) -> [QueryLexeme] {
    var lexer = QueryLexer(text, notes: notes)
    while lexer.place < text.count { lexer.lexeme() }
    notes = lexer.notes
    return lexer.lexemes
  }

  private mutating func add(_ kind: QueryLexeme.Kind, to end: Int) {
    lexemes.append(QueryLexeme(kind: kind, range: place..<end))
    place = end
  }

  private mutating func lexeme() {
    guard let scalar = text[place], !text.isSpace(place) else {
      place += 1
      return
    }
    switch scalar {
    case "(": add(.open, to: place + 1)
    case ")": add(.close, to: place + 1)
    case "-" where isSign && !hasClosingDash && !text.beginsLineOfSeveral(place):
      add(.minus, to: place + 1)
    case "+" where isSign: add(.plus, to: place + 1)
    default:
      if marks.opens(at: place) {
        quotation()
      } else if !field() {
        word()
      }
    }
  }

  /// A sign stands before what it is said of, and after nothing.
  private var isSign: Bool {
    let before = place - 1
    guard text.isGap(before) || text[before] == "(" else { return false }
    return text.isLetter(place + 1) || text[place + 1] == "(" || marks.opens(at: place + 1)
  }

  private mutating func quotation() {
    guard let close = marks.close(of: place) else {
      notes.add(
        place..<text.count,
        "this quotation mark is never closed, so it is passed over; a phrase is written \"between two\"")
      return add(.text, to: place + 1)
    }
    var end = close + 1
    var distance: Int?
    if text[end] == "~" {
      var digits = end + 1
      while let digit = text[digits], ("0"..."9").contains(digit) { digits += 1 }
      if digits > end + 1 {
        distance = Int(text.string(end + 1..<digits)) ?? .max
        end = digits
      }
    }
    add(.quoted(place + 1..<close, distance: distance), to: end)
  }

  /// A name and a colon, and a value right behind it.
  private mutating func field() -> Bool {
    guard mayBeginField else { return false }
    var colon = place
    while colon - place <= QueryField.maximumNameLength, text.isLetter(colon) { colon += 1 }
    guard text[colon] == ":", colon > place, let field = QueryField(named: text.string(place..<colon)) else {
      return false
    }
    let value = colon + 1
    guard !text.isGap(value) else {
      let name = text.string(place..<value)
      notes.add(
        place..<value, "no value stands right behind the colon, so this is read as a word; write \(name)value")
      return false
    }
    guard field != .title else {
      add(.title, to: value)
      return true
    }
    if text[value] == "(" {
      list(field, from: value + 1)
    } else if marks.opens(at: value) {
      quotedValue(field, from: value + 1)
    } else {
      let end = wordEnd(from: value)
      add(.field(field, .bare(value..<end)), to: end)
    }
    return true
  }

  /// Not within a word, and not as the value of a title.
  private var mayBeginField: Bool {
    guard let last = lexemes.last, last.range.upperBound == place else { return true }
    return last.isQuoted || [.open, .close, .minus, .plus].contains(last.kind)
  }

  private mutating func quotedValue(_ field: QueryField, from start: Int) {
    if let close = marks.close(of: start - 1) {
      return add(.field(field, .quoted(start..<close)), to: close + 1)
    }
    notes.add(
      place..<text.count, "this quotation mark is never closed; all that follows is read as the value of the field")
    add(.field(field, .quoted(start..<text.count)), to: text.count)
  }

  private mutating func list(_ field: QueryField, from start: Int) {
    var depth = 1
    var end = start
    while end < lastClose, depth > 0 {
      if marks.opens(at: end), let close = marks.close(of: end) { end = close }
      if text[end] == "(" { depth += 1 }
      if text[end] == ")" { depth -= 1 }
      if depth > 0 { end += 1 }
    }
    if end == lastClose { depth -= 1 }
    if depth > 0 {
      notes.add(
        place..<text.count, "this parenthesis is never closed; all that follows is read as values of the field")
      end = text.count
    }
    add(.field(field, .list(start..<end)), to: min(end + 1, text.count))
  }

  private mutating func word() {
    let end = wordEnd(from: place)
    if isAlone(end), let operation = QueryLexeme.operators[text.string(place..<min(end, place + 5))] {
      add(operation, to: end)
    } else {
      add(isPrefix(to: end) ? .prefix(place..<end - 1) : .text, to: end)
    }
  }

  /// Operators stand between spaces, parentheses and phrases.
  private func isAlone(_ end: Int) -> Bool {
    let before = text.isGap(place - 1) || "()\"”»".unicodeScalars.contains { $0 == text[place - 1] }
    return before && (text.isGap(end) || text[end] == "(" || text[end] == ")" || marks.opens(at: end))
  }

  private func isPrefix(to end: Int) -> Bool {
    guard text[end - 1] == "*", text.isLetterOrDigit(end - 2), text.isLetterOrDigit(place) else { return false }
    return !(place..<end - 1).contains { text[$0] == "*" }
  }

  /// Where what begins here ends: at a space, at a quotation, at a parenthesis that it has not opened itself, as
  /// `citoyen(ne)s` has.
  private func wordEnd(from start: Int) -> Int {
    var depth = 0
    var end = start
    while end < text.count, !text.isSpace(end) {
      if text[end] == "(" {
        if end == start { break }
        depth += 1
      }
      if text[end] == ")" {
        if depth == 0 { break }
        depth -= 1
      }
      if end > start, marks.opens(at: end) { break }
      end += 1
    }
    return end
  }
}
