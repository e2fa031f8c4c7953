import CXML
import Foundation

/// Why a page cannot be read as HTML.
struct HTMLError: Error, Equatable {
  let reason: String
}

/// A page as a tree, and XPath over it.
///
/// The tree is libxml2's and lives as long as this object, or a node of it. One thread at a time.
final class HTMLDocument {
  /// Elements of one page.
  static let maximumElements = 1_000_000
  /// Steps of XPath over one page, all expressions together: seconds, whatever the page.
  static let maximumOperations: UInt = 100_000_000

  /// What the page says of its encoding that cannot be so; nil when all is well.
  let encodingProblem: HTMLEncodingProblem?
  private let document: htmlDocPtr
  private let context: xmlXPathContextPtr

  /// - Parameter encodingHint: of pages that do not say.
  init(_ bytes: Data, encodingHint: String? = nil) throws(HTMLError) {
    let declared = HTMLEncoding.declared(in: bytes)
    let decoding = TextDecoding(bytes, declared: declared ?? encodingHint)
    encodingProblem = HTMLEncodingProblem(declared: declared, decoding: decoding)
    XMLLibrary.isReady
    var text = decoding.text
    let parsed: Result<htmlDocPtr, HTMLError> = text.withUTF8 { bytes in Self.parse(bytes) }
    document = try parsed.get()
    guard let context = cxml_xpath_context(document, Self.maximumOperations) else {
      xmlFreeDoc(document)
      throw HTMLError(reason: "not enough memory")
    }
    self.context = context
  }

  deinit {
    xmlXPathFreeContext(context)
    xmlFreeDoc(document)
  }

  private static func parse(_ text: UnsafeBufferPointer<UInt8>) -> Result<htmlDocPtr, HTMLError> {
    if let line = HTMLTagScan.lineOfTagWithTooManyAttributes(text) {
      return .failure(
        HTMLError(
          reason: "a tag on line \(line) has more than \(HTMLTagScan.maximumAttributes) attributes; mend the page"))
    }
    guard let count = Int32(exactly: text.count) else {
      return .failure(HTMLError(reason: "a page of 2 GB and more cannot be read; split it"))
    }
    // libxml2 takes a NUL for the end of the page.
    let bytes = text.map { $0 == 0 ? 0x20 : $0 }
    var isWhole: Int32 = 0
    let document = bytes.withUnsafeBytes { bytes -> htmlDocPtr? in
      guard let start = bytes.bindMemory(to: CChar.self).baseAddress else { return nil }
      return cxml_page_read(start, count, maximumElements, &isWhole)
    }
    guard let document else { return .failure(HTMLError(reason: "an empty page")) }
    guard isWhole != 0 else {
      xmlFreeDoc(document)
      return .failure(
        HTMLError(
          reason: "over a limit of a page (\(maximumElements) elements, 10 MB of text in one piece); split it"))
    }
    return .success(document)
  }

  // MARK: XPath

  /// What an expression finds, from `node` on, or from the top.
  ///
  /// - Throws: ``HTMLError`` when it takes too long.
  func evaluate(_ expression: XPathExpression, at node: HTMLNode? = nil) throws(HTMLError) -> XPathValue {
    context.pointee.node = node?.pointer ?? UnsafeMutableRawPointer(document).assumingMemoryBound(to: xmlNode.self)
    guard let object = expression.evaluated(in: context) else {
      throw HTMLError(
        reason: "the XPath \(expression.source) takes too long on this page, or fails; make it simpler")
    }
    defer { xmlXPathFreeObject(object) }
    switch object.pointee.type {
    case XPATH_NODESET: return .nodes(nodes(of: object))
    case XPATH_BOOLEAN: return .bool(object.pointee.boolval != 0)
    case XPATH_NUMBER: return .number(object.pointee.floatval)
    default: return .text(object.pointee.stringval.map { String(cString: $0) } ?? "")
    }
  }

  private func nodes(of object: xmlXPathObjectPtr) -> [HTMLNode] {
    xmlXPathNodeSetSort(object.pointee.nodesetval)
    guard let set = object.pointee.nodesetval, let table = set.pointee.nodeTab else { return [] }
    return (0..<Int(set.pointee.nodeNr)).compactMap { index in
      table[index].flatMap { $0.pointee.type == XML_NAMESPACE_DECL ? nil : HTMLNode($0, of: self) }
    }
  }
}

/// What an XPath expression finds.
enum XPathValue {
  /// In document order.
  case nodes([HTMLNode])
  case bool(Bool)
  case number(Double)
  case text(String)

  /// Whether there is something: a node, a text that is not empty, a number that is not 0.
  var isTrue: Bool {
    switch self {
    case .nodes(let nodes): !nodes.isEmpty
    case .bool(let value): value
    case .number(let value): value != 0 && !value.isNaN
    case .text(let text): !text.isEmpty
    }
  }

  /// The texts found: one for each node.
  var texts: [String] {
    switch self {
    case .nodes(let nodes): nodes.map(\.text)
    case .bool(let value): [value ? "true" : "false"]
    case .number(let value):
      value.isFinite ? [Int(exactly: value).map(String.init) ?? String(value)] : []
    case .text(let text): [text]
    }
  }

  var nodes: [HTMLNode] {
    if case .nodes(let nodes) = self { nodes } else { [] }
  }
}
