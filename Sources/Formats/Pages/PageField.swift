import Debates
import Foundation

/// Where a page keeps one thing, and how to read it: the first of several places that holds something.
struct PageField: Sendable {
  let places: [Place]

  /// An XPath, and what is done to each text that it finds.
  struct Place: Sendable {
    let xpath: XPathExpression
    /// Inside what is found, from there on: what is not part of the text.
    var without: XPathExpression?
    /// What may stand before the text and is dropped: `M.`, `Location :`.
    var strip: [String] = []
    /// Characters dropped at both ends, besides white space.
    var trim = ""
    /// The text ends where this stands.
    var until: String?
    /// Where a list is written in one text, what stands between its members.
    var split: String?
    /// What the page's words mean.
    var values: [String: String] = [:]
    /// What is taken of an address.
    var part: AddressPart?
    /// How dates are written; none when as people write them.
    var formats: [DatePattern] = []
  }

  /// What an option is good for.
  enum Kind {
    case text, date

    var options: [String] {
      switch self {
      case .text: ["xpath", "without", "strip", "trim", "until", "split", "values", "part"]
      case .date: ["xpath", "formats"]
      }
    }
  }

  /// Nil when the profile does not have the key.
  init?(_ key: String, of map: YAMLMap, _ kind: Kind = .text) throws(LocatedError) {
    var places: [Place] = []
    for node in map.alternatives(key) {
      let options = try map.map(node, at: key, orText: "xpath")
      try options.allow(kind.options)
      places.append(try Place(options))
    }
    guard !places.isEmpty else { return nil }
    self.places = places
  }

  /// Where a name stands; its options are known to be its own.
  init(name options: YAMLMap) throws(LocatedError) { places = [try Place(options)] }

  // MARK: Reading

  /// Everything found at the first place that holds something, none of it blank.
  func all(in page: HTMLDocument, at node: HTMLNode? = nil) throws(HTMLError) -> [String] {
    for place in places {
      let found = try place.texts(in: page, at: node).flatMap(place.read)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// The first thing found, on one line.
  func line(in page: HTMLDocument, at node: HTMLNode? = nil) throws(HTMLError) -> String? {
    try all(in: page, at: node).first?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// All that is found, one text after the other.
  func text(in page: HTMLDocument, at node: HTMLNode? = nil) throws(HTMLError) -> String? {
    let texts = try all(in: page, at: node)
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  /// The first date found, as ISO 8601.
  func date(in page: HTMLDocument, at node: HTMLNode? = nil, isDayFirst: Bool) throws(HTMLError) -> String? {
    for place in places {
      for text in try page.evaluate(place.xpath, at: node).texts {
        let date =
          place.formats.isEmpty
          ? WrittenDate.iso(in: text, isDayFirst: isDayFirst)
          : place.formats.lazy.compactMap { $0.iso(in: text) }.first
        if let date { return date }
      }
    }
    return nil
  }

  func number(in page: HTMLDocument, at node: HTMLNode? = nil) throws(HTMLError) -> Double? {
    for text in try all(in: page, at: node) {
      if let number = PageNumber.first(in: text) { return number }
    }
    return nil
  }
}

extension PageField.Place {
  init(_ options: YAMLMap) throws(LocatedError) {
    guard let xpath = try options.xpath("xpath") else { throw options.error("xpath", "missing; say where it stands") }
    self.xpath = xpath
    without = try options.xpath("without")
    strip = try options.texts("strip")
    trim = try options.text("trim") ?? ""
    until = try options.text("until")
    split = try options.text("split")
    values = try options.pairs("values")
    if let part = try options.text("part") {
      guard let known = AddressPart(part) else {
        throw options.error("part", "\"\(part)\" is none of name, path, fragment, query NAME")
      }
      self.part = known
    }
    for format in try options.texts("formats") {
      guard let pattern = DatePattern(format) else {
        throw options.error(
          "formats", "\"\(format)\" is not a date pattern; write `ISO` or such as `d MMMM yyyy 'à' HH'h'mm`")
      }
      formats.append(pattern)
    }
  }

  /// The texts found, before anything is done to them.
  fileprivate func texts(in page: HTMLDocument, at node: HTMLNode?) throws(HTMLError) -> [String] {
    let found = try page.evaluate(xpath, at: node)
    guard let without else { return found.texts }
    var texts: [String] = []
    for node in found.nodes {
      texts.append(HTMLText.of(node, without: Set(try page.evaluate(without, at: node).nodes)))
    }
    return texts
  }

  /// What a text of the page says.
  func read(_ text: String) -> [String] {
    guard let split else { return readOne(text[...]).map { [$0] } ?? [] }
    return text.components(separatedBy: split).compactMap { readOne($0[...]) }
  }

  private func readOne(_ text: Substring) -> String? {
    var text = text.trimmed
    if let part { text = (part.of(text) ?? "")[...] }
    for prefix in strip {
      // A word ends where no letter follows: "M." of "M. Martin", "Mme" of "Mme Martin", not "M" of "Martin".
      guard text.hasPrefix(prefix) else { continue }
      let rest = text.dropFirst(prefix.count)
      if let last = prefix.last, last.isLetter, let next = rest.first, next.isLetter { continue }
      text = rest.trimmed
      break
    }
    if let until, let found = text.firstRange(of: until) { text = text[..<found.lowerBound].trimmed }
    text = trimmed(text)?[...] ?? ""
    if let meaning = values[String(text)] { text = meaning[...] }
    return text.isEmpty ? nil : String(text)
  }

  /// Without white space and the characters to be dropped at its ends; nil when nothing is left.
  func trimmed(_ text: Substring) -> String? {
    var text = text.drop { $0.isWhitespace || trim.contains($0) }
    while let last = text.last, last.isWhitespace || trim.contains(last) { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }
}
