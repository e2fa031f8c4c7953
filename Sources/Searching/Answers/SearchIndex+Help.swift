import Analysis
import Debates
import Xapian

/// A query that asks for less than another, or for the same in other letters.
struct Relaxation {
  /// As it could be typed.
  var query: String
  var parsed: ParsedQuery
  /// What need not be there any more.
  var dropped: [String] = []
  var corrected: [Correction.Change] = []
}

extension SearchIndex {
  /// Which filters emptied an answer; nil where there would be nothing without them either.
  func emptyingFilters(of asked: Asked) -> SearchHelp? {
    let matching = asked.matching
    guard !matching.filters.isEmpty else { return nil }
    var help = SearchHelp()
    help.passagesWithoutFilters = matching.unfiltered.count
    guard help.passagesWithoutFilters > 0 else { return nil }
    for (field, _) in matching.filters {
      let count = matching.found { $0 == field }.count
      if count > 0 { help.filters.append(.init(filter: field.queryText, passages: count)) }
    }
    help.filters.sort { ($0.passages, $1.filter) > ($1.passages, $0.filter) }
    return help
  }

  /// What can be searched for in the place of a query that finds nothing, what changes least first: the same in other
  /// letters, then without the conditions, then both.
  func relaxations(of asked: Asked, _ correction: Correction?) -> [Relaxation] {
    var relaxations: [Relaxation] = []
    if let correction {
      relaxations.append(
        Relaxation(query: correction.query, parsed: understood(correction.query), corrected: correction.changes))
    }
    relaxations += [unconditional(asked.parsed, [])].compactMap { $0 }
    if let correction {
      relaxations += [unconditional(understood(correction.query), correction.changes)].compactMap { $0 }
    }
    return relaxations
  }

  /// Any of the words of a query that has conditions. Its filters stay.
  private func unconditional(_ parsed: ParsedQuery, _ corrected: [Correction.Change]) -> Relaxation? {
    let (core, fields) = parsed.tree.withoutFields
    let strict = core.strictParts
    let words = core.positiveText
    guard !strict.isEmpty, !words.isEmpty else { return nil }
    let query = (fields.map(\.queryText) + [words]).joined(separator: " ")
    return Relaxation(query: query, parsed: understood(query), dropped: strict, corrected: corrected)
  }
}

extension FieldQuery {
  /// As the query language writes it.
  public var queryText: String {
    func written(_ name: String, _ values: [String]) -> String {
      let quoted = values.map { $0.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" } ? $0 : "\"\($0)\"" }
      return "\(name):" + (quoted.count == 1 ? quoted[0] : "(\(quoted.joined(separator: " OR ")))")
    }
    switch self {
    case .label(let label, let values): return written(label.rawValue, values)
    case .kinds(let kinds): return written("in", kinds.map(\.rawValue))
    case .languages(let languages): return written("lang", languages)
    case .dates(let ranges):
      let written = ranges.map { $0.from == $0.to ? $0.from?.text ?? ".." : "\($0)" }
      return "date:" + (written.count == 1 ? written[0] : "(\(written.joined(separator: " OR ")))")
    case .title(let tree): return "title:(\(tree.positiveText))"
    }
  }
}

extension QueryTree {
  /// What each passage must have or must not have, as the query language writes it.
  var strictParts: [String] {
    switch self {
    case .phrase(let words): ["\"\(words.joined(separator: " "))\""]
    case .near(let words, let window): ["\"\(words.joined(separator: " "))\"~\(window - words.count)"]
    case .prefix(let letters): ["\(letters)*"]
    case .field(let field): [field.queryText]
    case .not(.words(let words)) where words.count == 1: ["-\(words[0].surface)"]
    case .not(.phrase(let words)): ["-\"\(words.joined(separator: " "))\""]
    case .not(let tree): ["-(\(tree.positiveText))"]
    case .raised(let tree, _): tree.strictParts
    case .all(let trees): trees.count > 1 ? trees.flatMap(\.strictPartsOfAll) : trees.flatMap(\.strictParts)
    case .any(let trees): trees.flatMap(\.strictParts)
    case .words, .everything: []
    }
  }

  private var strictPartsOfAll: [String] {
    if case .words = self { [positiveText] } else { strictParts }
  }

  /// The words that speak for a passage, as they could be typed.
  var positiveText: String {
    switch self {
    case .words(let words): words.map(\.surface).joined(separator: " ")
    case .phrase(let words), .near(let words, _): words.joined(separator: " ")
    case .prefix(let letters): letters
    case .field(.title(let tree)): tree.positiveText
    case .all(let trees), .any(let trees):
      trees.map(\.positiveText).filter { !$0.isEmpty }.joined(separator: " ")
    case .raised(let tree, let words): [tree.positiveText, words.positiveText].joined(separator: " ")
    case .field, .not, .everything: ""
    }
  }
}
