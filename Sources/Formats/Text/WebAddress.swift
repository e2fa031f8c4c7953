/// What a debate that is known by its address is called, so that an export, a feed and its comments meet.
enum WebAddress {
  /// As long as the id of a record may be by default.
  static let maximumBytes = 512

  /// Parameters that say where a reader came from, not what is read.
  private static let trackingParameters: Set<Substring> = [
    "_ga", "_gl", "dclid", "fbclid", "gbraid", "gclid", "igshid", "mc_cid", "mc_eid", "msclkid", "mtm_campaign",
    "mtm_source", "pk_campaign", "pk_source", "twclid", "wbraid", "yclid",
  ]

  /// The address without what may differ between two ways to write it: scheme, user, port, fragment, tracking, last
  /// slash; the host in lower case. `https://Ville.example:443/velo/?utm_source=rss#fin` gives `ville.example/velo`.
  ///
  /// What is no web address (`tag:…`, a number) is its own id. An id over ``maximumBytes`` ends in a digest of all of it.
  static func id(of url: String) -> String {
    let address = String(url.unicodeScalars.filter { !isSpaceOrControl($0) }.map(Character.init))
    return bounded(withoutScheme(address).map(normalised) ?? address)
  }

  /// After the fragment's sign: `comment-12`; nil when there is none.
  static func fragment(of url: String) -> Substring? {
    url.firstIndex(of: "#").map { url[url.index(after: $0)...] }
  }

  private static func isSpaceOrControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
  }

  private static func withoutScheme(_ address: String) -> Substring? {
    for scheme in ["https://", "http://", "//"] where address.prefix(scheme.count).lowercased() == scheme {
      return address.dropFirst(scheme.count)
    }
    return nil
  }

  private static func normalised(_ address: Substring) -> String {
    let whole = address.prefix { $0 != "#" }
    let beforeQuery = whole.prefix { $0 != "?" }
    var host = beforeQuery.prefix { $0 != "/" }
    var path = beforeQuery.dropFirst(host.count)
    if let at = host.lastIndex(of: "@") { host = host[host.index(after: at)...] }
    for port in [":80", ":443"] where host.hasSuffix(port) { host = host.dropLast(port.count) }
    while host.last == "." { host = host.dropLast() }
    while path.last == "/" { path = path.dropLast() }
    let query = whole.dropFirst(beforeQuery.count + 1).replacing("&amp;", with: "&")
    let parameters = query.split(separator: "&").filter { parameter in
      let name = parameter.prefix { $0 != "=" }
      return !name.hasPrefix("utm_") && !trackingParameters.contains(name)
    }
    return host.lowercased() + path + (parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&"))
  }

  private static func bounded(_ id: String) -> String {
    guard id.utf8.count > maximumBytes else { return id }
    let digest = "~" + fingerprint(of: id)
    var room = maximumBytes - digest.utf8.count
    var beginning = ""
    for scalar in id.unicodeScalars {
      room -= UTF8.width(scalar)
      if room < 0 { break }
      beginning.unicodeScalars.append(scalar)
    }
    return beginning + digest
  }

  /// 32 hexadecimal digits that tell texts apart: FNV-1a of 128 bits, with the constants that its authors publish.
  static func fingerprint(of text: String) -> String {
    var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
    for byte in text.utf8 { hash = (hash ^ UInt128(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
