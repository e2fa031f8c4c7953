/// Somebody who speaks, as the Hansard of Canada presents them.
///
/// `Hon. Anne Roux (Minister of Health, Lib.)`, `Paul Aubin (Rivière-du-Nord, BQ)`, `The Deputy Speaker (Mrs. Joan
/// Tait)`: a name with its courtesy title, then what somebody is and their party.
struct HansardSpeaker: Equatable {
  let name: String
  /// A party, by its abbreviation.
  var party: String?
  /// A riding or a function.
  var function: String?

  /// Nil when there is no name.
  init?(_ written: String) {
    var outside = written[...].trimmed
    while let last = outside.last, last == ":" { outside = outside.dropLast().trimmed }
    var inside: Substring?
    if outside.last == ")", let bracket = outside.firstIndex(of: "(") {
      inside = outside[outside.index(after: bracket)...].dropLast().trimmed
      outside = outside[..<bracket].trimmed
    }
    if let inside, Self.isOffice(outside), let person = Self.withoutTitle(inside) {
      name = String(person)
      function = String(outside)
      return
    }
    let person = Self.withoutTitle(outside) ?? outside
    guard !person.isEmpty else { return nil }
    name = String(person)
    guard let inside, !inside.isEmpty else { return }
    if let comma = inside.lastIndex(of: ","), Self.isParty(inside[inside.index(after: comma)...].trimmed) {
      party = String(inside[inside.index(after: comma)...].trimmed)
      function = String(inside[..<comma].trimmed)
    } else {
      function = String(inside)
    }
  }

  private static let titles = [
    "right hon.", "rt. hon.", "hon.", "le très hon.", "la très hon.", "très hon.", "l'hon.", "l’hon.", "mr.", "mrs.",
    "ms.", "miss", "dr.", "m.", "mme", "mlle",
  ]

  /// The name behind a courtesy title; nil when there is none.
  private static func withoutTitle(_ text: Substring) -> Substring? {
    var rest = text
    while let title = titles.first(where: { rest.prefix($0.count).lowercased() == $0 }) {
      let name = rest.dropFirst(title.count)
      guard let first = name.first, first.isWhitespace else { break }
      rest = name.trimmed
    }
    return rest.endIndex == text.endIndex && rest.startIndex > text.startIndex ? rest : nil
  }

  private static func isOffice(_ text: Substring) -> Bool {
    ["The ", "Le ", "La ", "L'", "L’"].contains { text.hasPrefix($0) }
  }

  /// Parties are abbreviated: `Lib.`, `NPD`, `Ind.`.
  private static func isParty(_ text: Substring) -> Bool { !text.isEmpty && text.count <= 8 }
}
