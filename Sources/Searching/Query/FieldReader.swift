import Debates

/// From a field and its values as written to what a passage must be. What cannot be read is left out, with a note.
struct FieldReader {
  let text: QueryText
  let today: Moment

  /// What the field asks for; nil when no value of it can be read.
  func tree(_ field: QueryField, _ written: QueryLexeme.FieldText, in range: Range<Int>, _ notes: inout QueryNotes)
    -> QueryTree?
  {
    var found = FieldValues(quoted: "")
    switch written {
    case .bare(let value): found = FieldValues(bare: text.string(value), isParted: field != .date)
    case .quoted(let value): found = FieldValues(quoted: text.string(value))
    case .list(let value):
      found = FieldValues(list: QueryText(text.string(value)))
      if found.hasAnd {
        notes.add(range, "the values of one field are alternatives; to ask for two, write the field twice")
      }
    }
    if found.values.count > QueryBounds.maximumAlternatives {
      notes.add(range, "a field takes \(QueryBounds.maximumAlternatives) values; the others are left out")
    }
    let values = Array(found.values.prefix(QueryBounds.maximumAlternatives))
    guard !values.isEmpty else {
      notes.add(range, "this field has no value, so it is left out; write speaker:\"Anna Martin\"")
      return nil
    }
    var leftOut: [String] = []
    let tree = tree(field, values, &leftOut)
    for message in leftOut { notes.add(range, message) }
    return tree
  }

  private func tree(_ field: QueryField, _ values: [String], _ leftOut: inout [String]) -> QueryTree? {
    switch field {
    case .label(let label): return labels(label, values, &leftOut)
    case .kinds:
      return known(values, PassageKind.named, "kind of passage; write \(PassageKind.writtenNames)", &leftOut)
        .map { .field(.kinds($0)) }
    case .languages:
      return known(values, FieldQuery.language, "language that is known; write fr or en", &leftOut)
        .map { .field(.languages($0)) }
    case .date:
      let ranges = values.compactMap { value -> DateRange? in
        do throws(DateExpressionError) {
          return try DateExpression(value, today: today).range
        } catch {
          leftOut.append("\(error); it is left out")
          return nil
        }
      }
      return ranges.isEmpty ? nil : .field(.dates(ranges))
    case .title: return nil
    }
  }

  /// Those of the names that are known; nil for none.
  private func known<Value: Hashable>(
    _ values: [String], _ named: (String) -> Value?, _ what: String, _ leftOut: inout [String]
  ) -> [Value]? {
    var found: [Value] = []
    var unknown: [String] = []
    for name in values.flatMap({ $0.split(whereSeparator: \.isWhitespace).map(String.init) }) {
      if let value = named(name) { found.append(value) } else { unknown.append("\"\(name.prefix(30))\"") }
    }
    if let last = unknown.popLast() {
      let names = unknown.isEmpty ? "\(last) is" : "\(unknown.joined(separator: ", ")) and \(last) are"
      leftOut.append("\(names) left out, being no \(what)")
    }
    return found.isEmpty ? nil : found.unique
  }

  private func labels(_ label: FieldQuery.Label, _ values: [String], _ leftOut: inout [String]) -> QueryTree? {
    let whole = values.map { value in
      guard value.hasSuffix("*") else { return value }
      leftOut.append("the value of this field is a whole name, so the star is passed over")
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
