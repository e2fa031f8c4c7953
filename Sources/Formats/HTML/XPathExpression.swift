import CXML
import Synchronization

/// An XPath expression, compiled.
///
/// libxml2 writes into a compiled expression as it evaluates it: each thread takes one of its own, made when there is
/// none to spare, and gives it back.
final class XPathExpression: Sendable {
  /// As written.
  let source: String
  private let spare: Mutex<[Compiled]>

  /// Taken off the list before it is used: no two threads have the same one.
  private struct Compiled: @unchecked Sendable {
    let pointer: xmlXPathCompExprPtr
  }

  /// - Throws: ``HTMLError`` that says where the expression goes wrong.
  init(_ source: String) throws(HTMLError) {
    XMLLibrary.isReady
    self.source = source
    guard let context = cxml_xpath_context(nil, 0) else { throw HTMLError(reason: "not enough memory") }
    defer { xmlXPathFreeContext(context) }
    guard !source.contains("\0"), let compiled = xmlXPathCtxtCompile(context, source) else {
      let offset = max(0, Int(context.pointee.lastError.int1))
      let rest = String(decoding: source.utf8.dropFirst(offset), as: UTF8.self)
      throw HTMLError(reason: rest.isEmpty ? "the XPath breaks off" : "not XPath from here on: \(rest.prefix(60))")
    }
    spare = Mutex([Compiled(pointer: compiled)])
    // Functions and prefixes are looked up only when an expression is evaluated: try it on nothing.
    var probe = Array("<p></p>".utf8.map { CChar(bitPattern: $0) })
    var isWhole: Int32 = 0
    guard let page = cxml_page_read(&probe, Int32(probe.count), 10, &isWhole) else { return }
    defer { xmlFreeDoc(page) }
    guard let context = cxml_xpath_context(page, 0) else { return }
    defer { xmlXPathFreeContext(context) }
    context.pointee.node = UnsafeMutableRawPointer(page).assumingMemoryBound(to: xmlNode.self)
    guard let object = evaluated(in: context) else {
      throw HTMLError(reason: Self.reason(of: context.pointee.lastError.code))
    }
    xmlXPathFreeObject(object)
  }

  deinit {
    spare.withLock { spare in
      for compiled in spare { xmlXPathFreeCompExpr(compiled.pointer) }
      spare = []
    }
  }

  private static func reason(of code: Int32) -> String {
    switch xmlParserErrors(UInt32(bitPattern: code)) {
    case XML_XPATH_UNKNOWN_FUNC_ERROR: "calls a function that XPath 1.0 does not have"
    case XML_XPATH_UNDEF_VARIABLE_ERROR: "names a variable; there are none"
    case XML_XPATH_UNDEF_PREFIX_ERROR: "uses a prefix; HTML has no namespaces"
    case XML_XPATH_INVALID_ARITY: "gives a function too many arguments, or too few"
    case XML_XPATH_INVALID_TYPE: "gives a function what it does not take"
    default: "cannot be evaluated (libxml2's error \(code))"
    }
  }

  /// What it finds in a document, to be freed by the caller; nil when it fails.
  func evaluated(in context: xmlXPathContextPtr) -> xmlXPathObjectPtr? {
    let known = spare.withLock { $0.popLast() }
    guard let compiled = known ?? xmlXPathCompile(source).map({ Compiled(pointer: $0) }) else { return nil }
    defer { spare.withLock { $0.append(compiled) } }
    return xmlXPathCompiledEval(compiled.pointer, context)
  }
}
