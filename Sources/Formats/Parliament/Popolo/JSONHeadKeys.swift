/// The keys of the outermost object of a JSON document, or of the first object of a list, as far as its beginning
/// shows them.
struct JSONHeadKeys {
  /// Whether the document is a list of objects.
  let isList: Bool
  private(set) var names: Set<String> = []
  /// The keys whose value is a list.
  private(set) var lists: Set<String> = []

  /// Nil when the text is neither an object nor a list.
  init?(_ text: Substring) {
    let bytes = Array(text.drop(while: \.isWhitespace).utf8)
    switch bytes.first {
    case UInt8(ascii: "{"): isList = false
    case UInt8(ascii: "["): isList = true
    default: return nil
    }
    let level = isList ? 2 : 1
    var depth = 0
    var index = 0
    var lastString: Range<Int>?
    var key: String?
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let end = Self.endOfString(bytes, from: index + 1)
        lastString = (index + 1)..<end
        index = end
      case UInt8(ascii: ":") where depth == level:
        if let lastString {
          let name = String(decoding: bytes[lastString], as: UTF8.self)
          names.insert(name)
          key = name
        }
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "["):
        if depth == level, let key { lists.insert(key) }
        depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        // The first object of a list tells enough.
        if depth < level { return }
      case UInt8(ascii: ","):
        key = nil
      default: break
      }
      index += 1
    }
  }

  /// Where the closing quote stands, or the end.
  private static func endOfString(_ bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(index, bytes.count)
  }
}
