import Debates

/// What the `<meta>` of an Akoma Ntoso document says: which work it is, and who the ids stand for.
struct AkomaNtosoMeta: Sendable {
  /// The work's own address among the parliament's documents.
  private(set) var id: String?
  private(set) var title: String?
  private(set) var date: String?
  private(set) var language: String?
  private var people: [String: Sitting.Participant] = [:]
  private var roles: [String: String] = [:]

  init() {}

  init(_ meta: XMLElement) {
    let identification = meta.first("identification")
    let work = identification?.first("FRBRWork")
    id = (work?.first("FRBRuri") ?? work?.first("FRBRthis"))?["value"]
    title = (work?.first("FRBRtitle") ?? work?.first("FRBRname") ?? work?.first("FRBRalias"))?["value"]
    date = work?.elements("FRBRdate").lazy.compactMap { $0["date"] }.compactMap { (try? Moment($0))?.text }.first
    language = identification?.first("FRBRExpression")?.first("FRBRlanguage")?["language"].flatMap(LanguageCode.short)
    var addresses: Set<String> = []
    for references in meta.elements("references") { add(references, &addresses) }
  }

  private mutating func add(_ references: XMLElement, _ addresses: inout Set<String>) {
    for reference in references.elements() {
      guard let id = reference["eId"] ?? reference["id"], let name = reference["showAs"] else { continue }
      switch reference.name {
      case "TLCPerson":
        guard let plain = SpeakerLabel.plainName(name) else { continue }
        // The id counts in this document only; the address in the parliament's list of people is the same in all.
        var address = reference["href"].flatMap { $0.contains("/") ? $0 : nil }
        // Two people at one address are a slip of who wrote the list.
        if let known = address, !addresses.insert(known).inserted { address = nil }
        people[id] = Sitting.Participant(id: address ?? id, name: plain)
      case "TLCRole": roles[id] = SpeakerLabel.plainName(name)
      case "TLCOrganization": people[id] = Sitting.Participant(name: name)
      default: continue
      }
    }
  }

  /// A person; or an office, when only that is told.
  func participant(_ id: String) -> Sitting.Participant? {
    people[id] ?? roles[id].map { Sitting.Participant(name: $0) }
  }

  /// What somebody spoke as.
  func role(_ id: String) -> String? { roles[id] }
}
