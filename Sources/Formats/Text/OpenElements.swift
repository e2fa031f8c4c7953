/// Keeps elements from being nested without end: an HTML parser looks through all that are open for the one that a
/// tag ends, so that 100,000 `<b>` before 100,000 `</i>` would take it minutes.
struct OpenElements {
  /// Pages that people write are not as deep; elements whose end is left out (`<p>`, `<li>`) count too.
  static let maximumDepth = 256

  private var counts: [String: Int] = [:]
  private var depth = 0
  private var silentDepth = 0

  /// Those that have no end.
  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
  ]

  /// What stands for the `<` of the tag that begins here: the sign itself, or the beginning of an element that has no
  /// end, does the same to lines, and takes what follows for attributes.
  mutating func opening(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> StaticString {
    var rest = bytes[(start + 1)...]
    let closes = rest.first == UInt8(ascii: "/")
    if closes { rest = rest.dropFirst() }
    let letters = rest.prefix(32).prefix { (0x61...0x7A).contains($0 | 0x20) || (0x30...0x39).contains($0) }
    let name = String(decoding: letters, as: UTF8.self).lowercased()
    if name.isEmpty || Self.void.contains(name) { return "<" }
    if !closes, rest.dropFirst(letters.count).starts(with: "/>".utf8) { return "<" }
    return closes ? end(name) : begin(name)
  }

  private mutating func begin(_ name: String) -> StaticString {
    if Markup.silent.contains(name) {
      guard silentDepth < Self.maximumDepth else { return "<img " }
      silentDepth += 1
    } else {
      guard depth < Self.maximumDepth else { return Markup.blocks.contains(name) ? "<br " : "<img " }
      depth += 1
    }
    counts[name, default: 0] += 1
    return "<"
  }

  private mutating func end(_ name: String) -> StaticString {
    guard let count = counts[name], count > 0 else { return name == "p" ? "<" : "<img " }
    counts[name] = count - 1
    if Markup.silent.contains(name) { silentDepth -= 1 } else { depth -= 1 }
    return "<"
  }
}
