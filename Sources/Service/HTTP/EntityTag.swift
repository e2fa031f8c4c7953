import Debates

/// Tags of answers (RFC 9110, section 8.8): the same address over the same revision of the index, by the same settings,
/// has the same answer. Weak, since an answer tells how long it took, and is compressed or not.
struct EntityTag: Equatable, CustomStringConvertible {
  let description: String

  /// - Parameter variant: what else decides the answer: the language of a page, the settings of the service.
  init(revision: String, address: String, variant: String) {
    var hash = ContentHash()
    for part in [revision, address, variant] { hash.update(Array("\(part.utf8.count):\(part)".utf8)) }
    description = "W/\"\(hash.hexadecimal.prefix(24))\""
  }

  /// Whether `If-None-Match` names it, compared weakly.
  func isNamed(by field: String?) -> Bool {
    guard let field else { return false }
    func opaque(_ tag: some StringProtocol) -> Substring {
      let tag = Substring(tag).trimmingPrefix { $0 == " " || $0 == "\t" }
      let bare = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]
      return bare.prefix { $0 != " " && $0 != "\t" }
    }
    let own = opaque(description)
    return EntityTag.isAnything(field) || field.split(separator: ",").contains { opaque($0) == own }
  }

  /// Whether `If-None-Match` names whatever there is.
  static func isAnything(_ field: String?) -> Bool {
    field.map { $0.filter { $0 != " " && $0 != "\t" } == "*" } ?? false
  }
}
