/// What an index holds, as far as its audience may see it.
public struct IndexOverview: Encodable, Sendable {
  /// How many debates have passages.
  public var debates: Int
  /// How many passages there are.
  public var passages: Int
  /// Those of each kind that there is, in the order of `PassageKind`.
  public var kinds: [ValueCount]
  /// Those of each language, most first.
  public var languages: [ValueCount]
  /// How many people said or wrote something, or are announced to.
  public var people: Int
  /// How many expertises debates carry or people declare.
  public var expertises: Int
  /// The first day of a passage, as `2009-12-02`.
  public var firstDay: String?
  /// The last day of a passage.
  public var lastDay: String?
  /// The newest debates; at most 10.
  public var newest: [DebateSummary]
  /// The categories that most debates have; at most 30.
  public var topCategories: [ValueCount]
  /// The expertises that most debates carry; at most 30.
  public var topExpertises: [ValueCount]
  /// What there is of each year, in the order of time.
  public var years: [PeriodCount]

  enum CodingKeys: String, CodingKey {
    case debates, passages, kinds, languages, people, expertises, newest, years
    case firstDay = "first_day"
    case lastDay = "last_day"
    case topCategories = "top_categories"
    case topExpertises = "top_expertises"
  }

  /// Every key, `null` where there is nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(debates, forKey: .debates)
    try container.encode(passages, forKey: .passages)
    try container.encode(kinds, forKey: .kinds)
    try container.encode(languages, forKey: .languages)
    try container.encode(people, forKey: .people)
    try container.encode(expertises, forKey: .expertises)
    try container.encode(firstDay, forKey: .firstDay)
    try container.encode(lastDay, forKey: .lastDay)
    try container.encode(newest, forKey: .newest)
    try container.encode(topCategories, forKey: .topCategories)
    try container.encode(topExpertises, forKey: .topExpertises)
    try container.encode(years, forKey: .years)
  }
}
