/// Openings of what is not shown (`<script>`, `<!--`) that nothing closes: prose that mentions markup, not markup.
/// A parser would take all that follows for hidden.
struct UnclosedMarkup {
  private var openings: Set<Int> = []

  /// Elements whose content is taken as it is up to the first closing tag; the others hold one another.
  private static let raw: Set<String> = ["script", "style"]

  /// One pass from the end: what closes is met before what it closes.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var closings: [String: Int] = [:]
    var commentEnd: Int?
    for index in bytes.indices.reversed() {
      let rest = bytes[index...]
      if bytes[index] == UInt8(ascii: "-"), rest.starts(with: "-->".utf8) {
        commentEnd = max(commentEnd ?? index, index)
      }
      guard bytes[index] == UInt8(ascii: "<") else { continue }
      if rest.starts(with: Markup.commentOpening.utf8) {
        let content = index + Markup.commentOpening.utf8.count
        if commentEnd.map({ $0 < content }) ?? true { openings.insert(index) }
      } else if let tag = Markup.Tag(bytes, at: index), Markup.silent.contains(tag.name), !tag.isEmpty {
        let open = closings[tag.name, default: 0]
        if tag.closes {
          closings[tag.name] = open + 1
        } else if open == 0 {
          openings.insert(index)
        } else if !Self.raw.contains(tag.name) {
          closings[tag.name] = open - 1
        }
      }
    }
  }

  func contains(_ index: Int) -> Bool { openings.contains(index) }
}
