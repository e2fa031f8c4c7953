import CXML

/// A node of a page, which it keeps alive.
struct HTMLNode {
  let pointer: xmlNodePtr
  private let page: HTMLDocument

  init(_ pointer: xmlNodePtr, of page: HTMLDocument) {
    self.pointer = pointer
    self.page = page
  }

  /// In lower case; `text` for text.
  var name: String { pointer.pointee.name.map { String(cString: $0) } ?? "" }

  var isElement: Bool { pointer.pointee.type == XML_ELEMENT_NODE }

  /// Characters, or the body of a script.
  var isText: Bool { pointer.pointee.type == XML_TEXT_NODE || pointer.pointee.type == XML_CDATA_SECTION_NODE }

  /// Of a node that is text.
  var characters: String { pointer.pointee.content.map { String(cString: $0) } ?? "" }

  /// The bytes of a node that is text.
  func withCharacters(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard let content = pointer.pointee.content else { return }
    body(UnsafeBufferPointer(start: content, count: Int(xmlStrlen(content))))
  }

  /// Nil when absent.
  func attribute(_ name: String) -> String? {
    guard isElement, let value = xmlGetNoNsProp(pointer, name) else { return nil }
    defer { cxml_free_text(value) }
    return String(cString: value)
  }

  var parent: HTMLNode? { pointer.pointee.parent.map { HTMLNode($0, of: page) } }

  /// The element that follows beside this one, with nothing but white space between.
  var nextElement: HTMLNode? {
    var next = pointer.pointee.next
    while let sibling = next {
      let node = HTMLNode(sibling, of: page)
      if node.isElement { return node }
      guard node.isText, node.characters.allSatisfy(\.isWhitespace) else { return nil }
      next = sibling.pointee.next
    }
    return nil
  }

  /// The value of an attribute, the characters of a text; of an element, its text as a reader sees it.
  var text: String { isElement ? HTMLText.of(self) : rawText }

  /// All characters inside, as they stand in the page.
  var rawText: String {
    guard let content = xmlNodeGetContent(pointer) else { return "" }
    defer { cxml_free_text(content) }
    return String(cString: content)
  }

  /// What a walk over a node meets.
  enum Step {
    case open
    case close
  }

  /// Walks over this node and all inside it; `visit` says whether to go inside.
  func walk(_ visit: (HTMLNode, Step) -> Bool) {
    var node = self
    var goesInside = visit(node, .open)
    while true {
      if goesInside, node.isElement, let child = node.pointer.pointee.children {
        node = HTMLNode(child, of: page)
        goesInside = visit(node, .open)
        continue
      }
      _ = visit(node, .close)
      while node != self, node.pointer.pointee.next == nil {
        guard let parent = node.parent else { return }
        node = parent
        _ = visit(node, .close)
      }
      guard node != self, let next = node.pointer.pointee.next else { return }
      node = HTMLNode(next, of: page)
      goesInside = visit(node, .open)
    }
  }
}

extension HTMLNode: Hashable {
  static func == (left: HTMLNode, right: HTMLNode) -> Bool { left.pointer == right.pointer }

  func hash(into hasher: inout Hasher) { hasher.combine(pointer) }
}

extension HTMLNode {
  /// Whether it stands before `other` on the page.
  func stands(before other: HTMLNode) -> Bool { xmlXPathCmpNodes(pointer, other.pointer) == 1 }
}
