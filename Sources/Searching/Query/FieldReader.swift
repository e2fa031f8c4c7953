import Debates

/// From a field and its values as written to what a passage must be. What cannot be read is left out, with a note.
struct FieldReader {
  let text: QueryText
  let today: Moment

  /// What the field asks for; nil when no value of it can be read.
  func tree(_ field: QueryField, _ written: QueryLexeme.FieldText, in range: Range<Int>, _ notes: inout QueryNotes)
    -> QueryTree?
  {
    let piece = text.string(range)
    var found = FieldValues(quoted: "")
    switch written {
    case .bare(let value): found = FieldValues(bare: text.string(value), isParted: field != .date)
    case .quoted(let value): found = FieldValues(quoted: text.string(value))
    case .list(let value):
      found = FieldValues(list: QueryText(text.string(value)))
      if found.hasAnd {
        notes.add(
          piece, at: range.lowerBound,
          "the values of one field are alternatives; to ask for two, write the field twice")
      }
    }
    if found.values.count > QueryBounds.maximumAlternatives {
      notes.add(
        piece, at: range.lowerBound, "a field takes \(QueryBounds.maximumAlternatives) values; the others are left out")
    }
    let values = Array(found.values.prefix(QueryBounds.maximumAlternatives))
    guard !values.isEmpty else {
      notes.add(
        piece, at: range.lowerBound, "this field has no value, so it is left out; write speaker:\"Anna Martin\"")
      return nil
    }
    var leftOut = QueryNotes.Pieces(piece: piece, place: range.lowerBound)
    let tree = tree(field, values, &leftOut)
    notes.add(leftOut)
    return tree
  }

  private func tree(_ field: QueryField, _ values: [String], _ leftOut: inout QueryNotes.Pieces) -> QueryTree? {
    switch field {
    case .label(let label): return labels(label, values, &leftOut)
    case .kinds:
      let names = values.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
      let kinds = names.compactMap { name in
        let kind = PassageKind.named(name)
        if kind == nil {
          leftOut.say("\"\(name)\" is no kind of passage, so it is left out; write \(PassageKind.writtenNames)")
        }
        return kind
      }
      return kinds.isEmpty ? nil : .field(.kinds(kinds.unique))
    case .languages:
      let names = values.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
      let languages = names.compactMap { name in
        let language = FieldQuery.language(named: name)
        if language == nil {
          leftOut.say("\"\(name)\" is no language that is known, so it is left out; write fr or en")
        }
        return language
      }
      return languages.isEmpty ? nil : .field(.languages(languages.unique))
    case .date:
      let ranges = values.compactMap { value -> QueryTree? in
        do throws(DateExpressionError) {
          return .field(.date(try DateExpression(value, today: today).range))
        } catch {
          leftOut.say("\(error); it is left out")
          return nil
        }
      }
      return QueryTree.any(of: ranges)
    case .title: return nil
    }
  }

  private func labels(_ label: FieldQuery.Label, _ values: [String], _ leftOut: inout QueryNotes.Pieces) -> QueryTree? {
    let whole = values.map { value in
      guard value.hasSuffix("*") else { return value }
      leftOut.say("the value of this field is a whole name, so the star is passed over")
      return String(value.reversed().drop { $0 == "*" }.reversed())
    }
    let named = whole.filter { !$0.isEmpty }.unique
    return named.isEmpty ? nil : .field(.label(label, named))
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it comes first.
  var unique: [Element] {
    var known: Set<Element> = []
    return filter { known.insert($0).inserted }
  }
}
