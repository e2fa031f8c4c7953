/// An element with all that it holds, read into memory.
struct XMLElement: Sendable {
  let tag: XMLTag
  var children: [Node] = []

  /// What an element holds.
  enum Node: Sendable {
    case element(XMLElement)
    case text(String)
  }

  /// Without prefix.
  var name: String { tag.name }
  var line: Int { tag.line }

  /// The value of an attribute in no namespace, whatever its prefix when none is without.
  subscript(attribute: String) -> String? { tag[attribute] }

  /// The elements directly inside, of one name when given.
  func elements(_ name: String? = nil) -> [XMLElement] {
    children.compactMap { node in
      if case .element(let element) = node, name == nil || element.name == name { element } else { nil }
    }
  }

  /// The first element directly inside that has this name.
  func first(_ name: String) -> XMLElement? {
    for case .element(let element) in children where element.name == name { return element }
    return nil
  }

  /// The elements of this name at any depth, in order; not looked for inside one another.
  func descendants(_ name: String) -> [XMLElement] {
    elements().flatMap { $0.name == name ? [$0] : $0.descendants(name) }
  }

  /// All text inside, as it stands.
  var text: String {
    var text = ""
    addText(to: &text)
    return text
  }

  /// All text inside on one line, trimmed; nil when blank.
  var oneLine: String? {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.isEmpty ? nil : line
  }

  private func addText(to text: inout String) {
    for child in children {
      switch child {
      case .text(let piece): text += piece
      case .element(let element): element.addText(to: &text)
      }
    }
  }
}

extension XMLTag {
  /// The value of an attribute in no namespace, else of the first that has this name in any.
  subscript(attribute: String) -> String? {
    (attributes.first { $0.name == attribute && $0.namespace == nil } ?? attributes.first { $0.name == attribute })?
      .value
  }
}

extension XMLStream {
  /// Reads the rest of an element whose tag has just been read.
  ///
  /// - Throws: ``XMLError``; also when the element is over `maximumBytes` of text and attributes, and it is then
  ///   stepped over, so that reading can go on.
  func element(_ tag: XMLTag, maximumBytes: Int) throws(XMLError) -> XMLElement {
    var open = [XMLElement(tag: tag)]
    var size = 0
    let outside = depth - 1
    while let event = try nextEvent() {
      switch event {
      case .open(let tag):
        size += 64 + tag.attributes.reduce(0) { $0 + 32 + $1.value.utf8.count }
        open.append(XMLElement(tag: tag))
      case .text(let text):
        size += text.utf8.count
        open[open.count - 1].children.append(.text(text))
      case .close:
        let element = open.removeLast()
        if open.isEmpty { return element }
        open[open.count - 1].children.append(.element(element))
      }
      if size > maximumBytes {
        try skip(to: outside)
        throw XMLError(
          line: tag.line,
          reason: "<\(tag.name)> is over the limit of \(maximumBytes) bytes (maximumLineBytes); split it")
      }
    }
    throw XMLError(line: tag.line, reason: "cut short: <\(tag.name)> is not closed; send the whole file")
  }

  /// Steps over the rest of an element whose tag has just been read.
  func skip() throws(XMLError) { try skip(to: depth - 1) }

  private func skip(to outside: Int) throws(XMLError) {
    while depth > outside, try nextEvent() != nil {}
  }

  /// The next tag that opens directly inside the element at `depth`; nil when that element ends.
  func nextChild(of depth: Int) throws(XMLError) -> XMLTag? {
    while let event = try nextEvent() {
      switch event {
      case .open(let tag): return tag
      case .close where self.depth < depth: return nil
      default: break
      }
    }
    return nil
  }
}
