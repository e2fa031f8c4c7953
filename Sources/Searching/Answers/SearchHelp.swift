/// What helps where nothing is found.
public struct SearchHelp: Encodable, Sendable, Equatable {
  /// A filter without which something is found.
  public struct Filter: Encodable, Sendable, Equatable {
    /// As the query language writes it: `category:"Santé"`.
    public var filter: String
    /// How many passages are found without it, the others kept.
    public var passages: Int
  }

  /// The filters without each of which something is found, the most promising first.
  public var filters: [Filter] = []
  /// How many passages are found without any filter.
  public var passagesWithoutFilters = 0
  /// What was searched for instead, of which the results are; nil for results of the query itself.
  public var instead: String?
  /// What of the query need not be there for that, as the query language writes it.
  public var dropped: [String] = []
  /// What was corrected for that.
  public var corrected: [Correction.Change] = []

  enum CodingKeys: String, CodingKey {
    case filters, instead, dropped, corrected
    case passagesWithoutFilters = "passages_without_filters"
  }

  /// Every key, `null` where there is nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(filters, forKey: .filters)
    try container.encode(passagesWithoutFilters, forKey: .passagesWithoutFilters)
    try container.encode(instead, forKey: .instead)
    try container.encode(dropped, forKey: .dropped)
    try container.encode(corrected, forKey: .corrected)
  }
}
