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

  /// Whether what a query asks of it twice can only be meant as one or the other: a passage has one.
  var isSingleValued: Bool {
    switch self {
    case .label(.speaker), .label(.author), .label(.location), .label(.format), .kinds, .languages: true
    case .label(.expertise), .label(.category), .date, .title: false
    }
  }

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
}
