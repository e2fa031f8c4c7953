/// The names of a `<person>`.
enum TEIPersonName {
  /// More than anybody has.
  private static let maximumNames = 16

  /// The one in use first: without an end, or the latest.
  static func names(of person: XMLElement) -> [String] {
    var elements = person.elements("persName")
    if elements.isEmpty { elements = person.elements("name") }
    let inUse = elements.filter { $0["to"] == nil } + elements.filter { $0["to"] != nil }.reversed()
    var names: [String] = []
    for element in inUse.prefix(maximumNames) {
      for name in [self.name(element)] + element.elements("addName").prefix(maximumNames).map(\.oneLine) {
        if let name = name.flatMap(SpeakerLabel.plainName), !names.contains(name) { names.append(name) }
      }
    }
    return names
  }

  /// First names before last names, in whatever order the parts stand.
  private static func name(_ element: XMLElement) -> String? {
    let parts = ["forename", "nameLink", "surname"].flatMap { element.elements($0).compactMap(\.oneLine) }
    return parts.isEmpty ? element.oneLine : parts.joined(separator: " ")
  }
}
