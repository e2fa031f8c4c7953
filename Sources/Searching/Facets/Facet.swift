/// What found debates or passages can be counted and narrowed by.
public enum Facet: String, Sendable, CaseIterable {
  /// What a passage is a piece of.
  case kind
  /// The language of most of a passage's words.
  case language
  /// When it was said or written.
  case year
  case month
  case category
  case format
  /// Who said or wrote a passage.
  case speaker
  case expertise
  case location

  /// The facets that a field narrows: those whose own list does not take it into account.
  static func narrowed(by field: FieldQuery) -> [Facet] {
    switch field {
    case .label(.speaker, _), .label(.author, _): [.speaker]
    case .label(.expertise, _): [.expertise]
    case .label(.category, _): [.category]
    case .label(.format, _): [.format]
    case .label(.location, _): [.location]
    case .kinds: [.kind]
    case .languages: [.language]
    case .dates: [.year, .month]
    case .title: []
    }
  }
}

/// The values of a facet, and how many results have each.
public struct FacetResult: Encodable, Sendable, Equatable {
  /// A value.
  public struct Value: Encodable, Sendable, Equatable {
    /// What the filter of the facet takes: a name, a year as `2009`, a month as `2009-12`, the id of a person.
    public var value: String
    /// What people read: the same, or a person's name.
    public var label: String
    /// How many debates, or passages where these are ranked.
    public var count: Int
    /// Whether a filter asks for it.
    public var selected: Bool
  }

  /// The most frequent first; years and months in the order of time.
  public var values: [Value]
  /// How many further values there are.
  public var more: Int
  /// Whether the counts are about right, and not exact.
  public var estimated: Bool
}
