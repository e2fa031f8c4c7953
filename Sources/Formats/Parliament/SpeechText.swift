/// The text of an element of XML as prose: white space is one space, blocks stand on lines of their own.
struct SpeechText {
  /// Elements that stand on lines of their own.
  let blocks: Set<String>
  /// Elements whose text is left out.
  var silent: Set<String> = []

  /// HTML inside the XML of a parliament.
  static let html = SpeechText(blocks: Markup.blocks)

  func plain(_ element: XMLElement) -> String { plain(element.children[...]) }

  func plain(_ nodes: ArraySlice<XMLElement.Node>) -> String {
    var lines = Lines()
    add(nodes, to: &lines)
    return String(decoding: lines.bytes, as: UTF8.self)
  }

  /// Recursion is bounded: the stream refuses elements more than ``XMLStream/maximumDepth`` deep.
  private func add(_ nodes: ArraySlice<XMLElement.Node>, to lines: inout Lines) {
    for node in nodes {
      switch node {
      case .text(let text): lines.add(text)
      case .element(let element):
        if silent.contains(element.name) { continue }
        let isBlock = blocks.contains(element.name)
        if isBlock { lines.end() }
        add(element.children[...], to: &lines)
        if isBlock { lines.end() }
      }
    }
  }

  private struct Lines {
    private(set) var bytes: [UInt8] = []
    private var isAfterSpace = false
    private var isAfterEnd = false

    mutating func add(_ text: String) {
      var text = text
      text.withUTF8 { text in
        var rest = text[...]
        while let first = rest.first {
          if Self.isSpace(first) {
            isAfterSpace = true
            rest = rest.drop(while: Self.isSpace)
          } else {
            let word = rest.prefix { !Self.isSpace($0) }
            separate()
            bytes.append(contentsOf: word)
            rest = rest.dropFirst(word.count)
          }
        }
      }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

    private mutating func separate() {
      if isAfterEnd {
        if !bytes.isEmpty { bytes.append(0x0A) }
      } else if isAfterSpace, !bytes.isEmpty {
        bytes.append(0x20)
      }
      isAfterEnd = false
      isAfterSpace = false
    }

    mutating func end() { isAfterEnd = true }
  }
}
