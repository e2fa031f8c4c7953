import Foundation

/// A page as a browser's tokenizer reads it (WHATWG HTML, section 13.2.5): tags with their attributes, and what is between
/// them. Anything that it does not expect of a page of this service is a fault.
struct Markup {
  struct Tag: Equatable {
    var name: String
    var attributes: [String: String]
    var isEnd: Bool
  }

  private(set) var tags: [Tag] = []
  private(set) var texts: [String] = []
  private(set) var faults: [String] = []

  init(_ html: String) {
    let scalars = Array(html.unicodeScalars)
    var place = 0
    var text = String.UnicodeScalarView()
    while place < scalars.count {
      guard scalars[place] == "<" else {
        if scalars[place] == ">" { faults.append("a lone > after \(String(text).suffix(40))") }
        text.append(scalars[place])
        place += 1
        continue
      }
      if !text.isEmpty { texts.append(Markup.decoded(String(text), &faults)) }
      text = .init()
      let end = Markup.end(of: scalars, from: place)
      guard let end else {
        faults.append("an unclosed tag")
        return
      }
      read(String(String.UnicodeScalarView(scalars[(place + 1)..<end])))
      place = end + 1
    }
  }

  /// The `>` of a tag, outside quotes.
  private static func end(of scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var quote: Unicode.Scalar?
    for place in start..<scalars.count {
      if let open = quote {
        if scalars[place] == open { quote = nil }
      } else if scalars[place] == "\"" {
        quote = scalars[place]
      } else if scalars[place] == ">" {
        return place
      }
    }
    return nil
  }

  private mutating func read(_ text: String) {
    if text.hasPrefix("!") {
      if text.lowercased() != "!doctype html" { faults.append("<\(text)>") }
      return
    }
    let scalars = Array(text.unicodeScalars)
    let isEnd = scalars.first == "/"
    var place = isEnd ? 1 : 0
    func isName(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isASCII
        && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-" || scalar == ":")
    }
    func name() -> String {
      var name = String.UnicodeScalarView()
      while place < scalars.count, isName(scalars[place]) {
        name.append(scalars[place])
        place += 1
      }
      return String(name)
    }
    var tag = Tag(name: name(), attributes: [:], isEnd: isEnd)
    if tag.name.isEmpty { faults.append("<\(text)>") }
    while place < scalars.count {
      if scalars[place].properties.isWhitespace || (scalars[place] == "/" && place == scalars.count - 1) {
        place += 1
        continue
      }
      let attribute = name()
      guard !attribute.isEmpty else {
        faults.append("in <\(text)> at \(scalars[place])")
        return
      }
      var value = ""
      if place < scalars.count, scalars[place] == "=" {
        guard place + 1 < scalars.count, scalars[place + 1] == "\"",
          let close = scalars[(place + 2)...].firstIndex(of: "\"")
        else {
          faults.append("\(attribute) without quotes in <\(text)>")
          return
        }
        value = Markup.decoded(String(String.UnicodeScalarView(scalars[(place + 2)..<close])), &faults)
        place = close + 1
      }
      if tag.attributes.updateValue(value, forKey: attribute) != nil {
        faults.append("\(attribute) twice in <\(text)>")
      }
    }
    tags.append(tag)
  }

  /// Without character references; an ampersand that begins none is a fault.
  private static func decoded(_ text: String, _ faults: inout [String]) -> String {
    var result = ""
    var rest = text[...]
    while let place = rest.unicodeScalars.firstIndex(of: "&") {
      result += rest[..<place]
      rest = rest[place...]
      guard let (name, character) = references.first(where: { rest.unicodeScalars.starts(with: $0.0.unicodeScalars) })
      else {
        faults.append("a lone & before \(rest.prefix(20))")
        return result + rest
      }
      result += character
      rest = Substring(rest.unicodeScalars.dropFirst(name.unicodeScalars.count))
    }
    return result + rest
  }

  private static let references = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&nbsp;", "\u{A0}"),
  ]

  /// The values of an attribute.
  func values(_ attribute: String) -> [String] { tags.compactMap { $0.attributes[attribute] } }
}
