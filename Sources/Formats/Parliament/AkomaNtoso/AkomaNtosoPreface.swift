import Debates

/// What the title pages of an Akoma Ntoso debate say.
struct AkomaNtosoPreface {
  private var titles: [String] = []
  private var lines: [String] = []
  /// ISO 8601.
  private(set) var date: String?

  /// What is marked as the title; else the first lines in print.
  var title: String? {
    if let title = titles.first { return title }
    let title = lines.prefix(Self.titleLines).joined(separator: " – ")
    return title.isEmpty ? nil : title
  }

  private static let titleLines = 3

  mutating func add(_ element: XMLElement) {
    titles += element.descendants("docTitle").compactMap(\.oneLine)
    for day in element.descendants("docDate") where date == nil {
      date = day["date"].flatMap { (try? Moment($0))?.text } ?? day.oneLine.flatMap { WrittenDate.iso(in: $0) }
    }
    lines += element.elements("p").compactMap(\.oneLine)
  }
}
