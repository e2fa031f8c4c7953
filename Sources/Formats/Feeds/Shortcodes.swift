/// WordPress shortcodes: `[gallery ids="1,2"]`, `[caption width="3"]…[/caption]`. What they enclose is text.
enum Shortcodes {
  /// Those of WordPress itself and of its commonest companions, which may stand without attributes or an end.
  private static let known: Set<String> = [
    "audio", "caption", "contact-form", "contact-form-7", "embed", "gallery", "playlist", "video", "wp_caption",
    "wp_playlist", "youtube", "vimeo", "dailymotion", "soundcloud", "polldaddy", "poll", "slideshow", "toc",
    "powerpress", "podcast_player", "more", "nextpage",
  ]

  /// Longer ones are prose in brackets.
  private static let maximumBytes = 8192

  /// The text without shortcodes; what stands between an opening and a closing one stays. Brackets of prose stay too
  /// ("[sic]", "[…]"): a shortcode is known, or has attributes, or is closed somewhere. `[[gallery]]` means `[gallery]`.
  static func removed(from text: String) -> String {
    let bytes = Array(text.utf8)
    guard bytes.contains(UInt8(ascii: "[")) else { return text }
    let tags = tags(in: bytes)
    let opened = Set(tags.lazy.filter { !$0.closes }.map(\.name))
    let closed = Set(tags.lazy.filter(\.closes).map(\.name))
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var position = 0
    for tag in tags {
      let isShortcode =
        known.contains(tag.name)
        || (tag.closes ? opened.contains(tag.name) : tag.hasAttributes || closed.contains(tag.name))
      guard isShortcode else { continue }
      let range = tag.range
      if range.lowerBound > position, bytes[range.lowerBound - 1] == UInt8(ascii: "["), range.upperBound < bytes.count,
        bytes[range.upperBound] == UInt8(ascii: "]")
      {
        kept += bytes[position..<(range.lowerBound - 1)] + bytes[range]
        position = range.upperBound + 1
        continue
      }
      kept += bytes[position..<range.lowerBound]
      if let words = tag.caption { kept += bytes[words] }
      position = range.upperBound
    }
    kept += bytes[position...]
    return String(decoding: kept, as: UTF8.self)
  }

  private struct Tag {
    let name: String
    let closes: Bool
    let hasAttributes: Bool
    /// What a `caption="…"` of old says.
    let caption: Range<Int>?
    let range: Range<Int>
  }

  /// Everything in brackets that could be a shortcode; one pass.
  private static func tags(in bytes: [UInt8]) -> [Tag] {
    var tags: [Tag] = []
    var start = 0
    while start < bytes.count {
      guard bytes[start] == UInt8(ascii: "[") else {
        start += 1
        continue
      }
      var end = start + 1
      while end < bytes.count, end - start < maximumBytes, bytes[end] != UInt8(ascii: "]"),
        bytes[end] != UInt8(ascii: "[")
      {
        end += 1
      }
      if end < bytes.count, bytes[end] == UInt8(ascii: "]"), let tag = tag(bytes, start..<(end + 1)) {
        tags.append(tag)
      }
      start = end
    }
    return tags
  }

  private static func tag(_ bytes: [UInt8], _ range: Range<Int>) -> Tag? {
    var inside = bytes[(range.lowerBound + 1)..<(range.upperBound - 1)]
    let closes = inside.first == UInt8(ascii: "/")
    if closes { inside = inside.dropFirst() }
    let name = inside.prefix { isNameByte($0) }
    guard let first = name.first, (0x61...0x7A).contains(first | 0x20), name.count <= 60 else { return nil }
    let rest = inside.dropFirst(name.count)
    switch rest.first {
    case nil, UInt8(ascii: " "), UInt8(ascii: "="), UInt8(ascii: "/"), 0x09, 0x0A, 0x0D: break
    default: return nil
    }
    if closes, !rest.allSatisfy({ $0 <= 0x20 }) { return nil }
    // "[see note 3, page=4]" and "[x = 3]" are prose: an attribute follows the name at once.
    let attribute = rest.drop { $0 <= 0x20 }
    let hasAttributes =
      rest.first == UInt8(ascii: "=")
      || attribute.first.map(isNameByte) ?? false && attribute.drop(while: isNameByte).first == UInt8(ascii: "=")
    return Tag(
      name: String(decoding: name, as: UTF8.self).lowercased(), closes: closes, hasAttributes: hasAttributes,
      caption: caption(of: rest), range: range)
  }

  private static func caption(of attributes: ArraySlice<UInt8>) -> Range<Int>? {
    guard let found = attributes.firstRange(of: Array(" caption=\"".utf8)) else { return nil }
    let value = attributes[found.upperBound...]
    return value.firstIndex(of: UInt8(ascii: "\"")).map { found.upperBound..<$0 }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }
}
