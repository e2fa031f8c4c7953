/// An `<affiliation>`: since when, until when, of what, as what.
struct TEIMembership: Sendable {
  let organisation: String?
  let organisationName: String?
  /// "Minister of Housing": what is printed, not the kind of membership.
  let function: String?
  /// ISO 8601, which sorts as text.
  let from, to: String?

  init(_ element: XMLElement) {
    organisation = element.tag.reference("ref")
    organisationName = element.first("orgName")?.oneLine
    let names = element.elements("roleName")
    let name = names.first { $0.tag.language == "fr" } ?? names.first { $0.tag.language == "en" } ?? names.first
    function = (name ?? element.first("state")?.first("label"))?.oneLine
    from = element["from"] ?? element["when"]
    to = element["to"]
  }

  /// Whether it holds on a day; without a day, whether it has not ended.
  func holds(on day: String?) -> Bool {
    guard let day = day?.prefix(10) else { return to == nil }
    if let from, from.prefix(day.count) > day { return false }
    // "2003" as an end means the end of 2003.
    if let to, to.prefix(10) < day, !day.hasPrefix(to) { return false }
    return true
  }
}
