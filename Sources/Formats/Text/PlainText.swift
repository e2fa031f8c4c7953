import CXML

/// Prose that arrives with markup in it, as plain text.
///
/// Only what is surely markup counts (an HTML element's tag, a character reference): "a < b", "x<3" and "R&D" stay,
/// and a text without markup comes back as it is. Blocks and `<br>` become line ends; scripts, styles and comments
/// are dropped.
enum PlainText {
  static func from(_ text: String) -> String { decoded(text, isHTML: false) }

  /// Of what is HTML for sure, so that elements nobody knows are markup too.
  static func ofHTML(_ html: String) -> String { decoded(html, isHTML: true) }

  private static func decoded(_ text: String, isHTML: Bool) -> String {
    guard let markup = Markup.escapingTheRest(of: text, isHTML: isHTML) else { return text }
    XMLLibrary.isReady
    let collector = Collector()
    let status = markup.withUnsafeBufferPointer { bytes -> Int32 in
      bytes.withMemoryRebound(to: CChar.self) { bytes -> Int32 in
        guard let start = bytes.baseAddress, let count = Int32(exactly: bytes.count) else { return -1 }
        return cxml_read_html(start, count, Collector.reader, Unmanaged.passUnretained(collector).toOpaque())
      }
    }
    // Nothing is lost to a parser that gives up: the markup is searchable, if ugly.
    return status == 0 ? collector.finished() : text
  }

  /// Gathers text as libxml2 tells of it.
  private final class Collector {
    private var text: [UInt8] = []
    private var silent = 0

    static let reader = cxml_reader(
      open: { state, name in Collector.at(state)?.open(String(cString: name)) },
      close: { state, name in Collector.at(state)?.close(String(cString: name)) },
      text: { state, bytes, count in
        Collector.at(state)?.append(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
      })

    private static func at(_ state: UnsafeMutableRawPointer?) -> Collector? {
      state.map { Unmanaged<Collector>.fromOpaque($0).takeUnretainedValue() }
    }

    private func open(_ name: String) {
      if Markup.silent.contains(name) { silent += 1 }
      if Markup.blocks.contains(name) { breakLine() }
    }

    private func close(_ name: String) {
      if Markup.silent.contains(name) { silent = max(0, silent - 1) }
      if Markup.blocks.contains(name), name != "br" { breakLine() }
    }

    private func append(_ bytes: UnsafeRawBufferPointer) {
      if silent == 0 { text.append(contentsOf: bytes) }
    }

    private func breakLine() {
      while text.last == 0x20 { text.removeLast() }
      if let last = text.last, last != 0x0A { text.append(0x0A) }
    }

    func finished() -> String {
      while let last = text.last, last == 0x0A || last == 0x20 { text.removeLast() }
      return String(decoding: text, as: UTF8.self)
    }
  }
}
