import Analysis

/// The fields that a query may name, by all their names.
enum QueryField: Equatable {
  case label(FieldQuery.Label)
  case kinds
  case languages
  case date
  case title

  /// The field of a name, in any case, with or without accents; nil for a word that is none.
  init?(named name: String) {
    guard let field = QueryField.byName[FieldQuery.folded(name)] else { return nil }
    self = field
  }

  /// The longest name.
  static let maximumNameLength = 16

  /// Each field with its names, folded: English, then French.
  static let names: [(field: QueryField, names: [String])] = [
    (
      .label(.speaker),
      ["speaker", "speakers", "intervenant", "intervenante", "intervenants", "orateur", "oratrice", "orateurs"]
    ),
    (.label(.author), ["author", "authors", "auteur", "auteure", "autrice", "auteurs"]),
    (.label(.expertise), ["expertise", "expertises"]),
    (.label(.category), ["category", "categories", "categorie"]),
    (.label(.format), ["format", "formats"]),
    (.label(.location), ["location", "place", "lieu", "lieux"]),
    (.kinds, ["in", "kind", "type", "dans"]),
    (.languages, ["lang", "language", "langue"]),
    (.date, ["date", "dates"]),
    (.title, ["title", "titre"]),
  ]

  private static let byName: [String: QueryField] = names.reduce(into: [:]) { fields, row in
    for name in row.names { fields[name] = row.field }
  }
}

extension FieldQuery {
  /// A name or value as it is compared: folded like a term.
  static func folded(_ text: String) -> String { FoldedKey.of(text) }

  /// One or the other, of fields of which a passage has one value: to ask for two can only mean that. Nil for others.
  func merged(with other: FieldQuery) -> FieldQuery? {
    switch (self, other) {
    case (.label(let label, let values), .label(let second, let others)) where label == second && label.isOneOfAPassage:
      .label(label, Array((values + others).unique.prefix(QueryBounds.maximumAlternatives)))
    case (.kinds(let kinds), .kinds(let others)): .kinds((kinds + others).unique)
    case (.languages(let languages), .languages(let others)): .languages((languages + others).unique)
    default: nil
    }
  }
}

extension FieldQuery.Label {
  fileprivate var isOneOfAPassage: Bool {
    switch self {
    case .speaker, .author, .format, .location: true
    case .expertise, .category: false
    }
  }
}
