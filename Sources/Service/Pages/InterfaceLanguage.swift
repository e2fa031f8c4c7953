import HTTPTypes

/// The language of the pages: what the address says, else what was chosen before, else what the browser prefers.
struct InterfaceLanguage {
  let wording: Wording
  /// Whether the address says so, so that it should be remembered.
  let isChosen: Bool

  /// The parameter of an address, and the cookie that remembers it. It says nothing about anybody.
  static let name = "ui"

  init(query: RequestQuery, headers: HTTPFields) {
    let chosen = query[InterfaceLanguage.name].last.flatMap(InterfaceLanguage.wording(of:))
    isChosen = chosen != nil
    wording =
      chosen ?? InterfaceLanguage.remembered(headers[.cookie]) ?? InterfaceLanguage.preferred(headers[.acceptLanguage])
  }

  /// What makes a browser remember it for a year.
  var cookie: String {
    "\(InterfaceLanguage.name)=\(wording.code); Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly"
  }

  private static func wording(of code: some StringProtocol) -> Wording? {
    Wording.all.first { $0.code == code }
  }

  private static func remembered(_ cookies: String?) -> Wording? {
    (cookies ?? "").split(separator: ";").lazy.map { $0.drop { $0 == " " } }
      .first { $0.hasPrefix("\(name)=") }.flatMap { wording(of: $0.dropFirst(name.utf8.count + 1)) }
  }

  /// The one with the highest weight (RFC 9110, section 12.5.4); English where nothing is preferred.
  private static func preferred(_ field: String?) -> Wording {
    var best: (weight: Double, wording: Wording) = (0, .english)
    for item in (field ?? "").split(separator: ",").prefix(50) {
      let parts = item.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
      guard let range = parts.first, let wording = wording(of: range.prefix { $0 != "-" }) else { continue }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
      if weight > best.weight { best = (weight, wording) }
    }
    return best.wording
  }
}
