import Debates

/// What a report of the Assemblée nationale says of the sitting as a whole.
struct SyceronSitting {
  var id: String?
  private(set) var date: String?
  /// Who presides, as far as is known: paragraphs only say "Mme la présidente".
  var chair: String?
  private var day: String?

  mutating func read(_ metadata: XMLElement) {
    day = metadata.first("dateSeanceJour")?.oneLine
    date = metadata.first("dateSeance")?.oneLine.flatMap(DigitDate.compact) ?? day.flatMap { WrittenDate.iso(in: $0) }
    chair = metadata.descendants("presidentSeance").lazy.compactMap(SyceronText.chair).first ?? chair
  }

  /// For a sitting without items.
  var title: String { day.map { "Séance du \($0)" } ?? "" }

  /// The ids of points are numbers; with the sitting's they stand for themselves.
  func id(of point: String?) -> String? {
    guard let id, let point, !point.isEmpty else { return nil }
    return "\(id)/\(point)"
  }
}
