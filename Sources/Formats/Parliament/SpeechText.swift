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
    var text = SpokenText()
    add(nodes, to: &text)
    return text.string
  }

  /// Recursion is bounded: the stream refuses elements more than ``XMLStream/maximumDepth`` deep.
  private func add(_ nodes: ArraySlice<XMLElement.Node>, to text: inout SpokenText) {
    for node in nodes {
      switch node {
      case .text(let piece): text.append(piece)
      case .element(let element):
        if silent.contains(element.name) { continue }
        let isBlock = blocks.contains(element.name)
        if isBlock { text.breakLine() }
        add(element.children[...], to: &text)
        if isBlock { text.breakLine() }
      }
    }
  }
}
