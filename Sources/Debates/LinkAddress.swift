/// Addresses that a page may link to: what a record gives as one ends up in front of readers who click.
enum LinkAddress {
  /// The web, and what recordings are streamed by.
  private static let schemes: Set<String> = ["http", "https", "ftp", "ftps", "mms", "rtmp", "rtmps", "rtsp"]

  /// Whether the address is of the web, or of no scheme at all (`/debates/12`): never `javascript:` or `data:`.
  static func isSafe(_ address: String) -> Bool {
    // What browsers leave out of a scheme before they look at it.
    let bytes = address.utf8.filter { $0 > 0x20 && $0 != 0x7F }
    let head = bytes.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return true }
    let scheme = String(decoding: head[..<colon], as: UTF8.self).lowercased()
    // "localhost:8080" is a host and its port.
    let port = head[colon...].dropFirst()
    return schemes.contains(scheme) || !port.isEmpty && port.allSatisfy { (0x30...0x39).contains($0) }
  }
}
