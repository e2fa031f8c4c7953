/// Text of a report of the Assemblée nationale.
enum SyceronText {
  private static let text = SpeechText(blocks: ["br", "p", "paragraphe", "texte"])

  /// Superscripts are written `n[[o]] 15`.
  static func plain(_ element: XMLElement) -> String {
    let plain = text.plain(element)
    guard plain.contains("[[") else { return plain }
    return plain.replacing("[[", with: "").replacing("]]", with: "")
  }

  /// On one line; nil when blank.
  static func title(_ element: XMLElement) -> String? {
    let line = plain(element).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.isEmpty ? nil : line
  }

  /// Whether nothing was said: `(La séance est suspendue.)`, all in italics and brackets.
  static func isStageDirection(_ element: XMLElement) -> Bool {
    let isItalic = element.children.allSatisfy { node in
      switch node {
      case .text(let text): text.allSatisfy(\.isWhitespace)
      case .element(let element): element.name == "italique" || element.name == "br"
      }
    }
    guard isItalic else { return false }
    let plain = plain(element)
    return plain.hasPrefix("(") && plain.hasSuffix(")")
  }

  /// The name in `Présidence de Mme Anne Roux`.
  static func chair(_ element: XMLElement) -> String? {
    guard let line = title(element), line.lowercased().hasPrefix("présidence de ") else { return nil }
    let name = withoutCivility(line.dropFirst("présidence de ".count))
    return name.isEmpty ? nil : String(name)
  }

  static func withoutCivility(_ name: Substring) -> Substring {
    for civility in ["M. ", "M.\u{A0}", "Mme ", "Mme\u{A0}", "Mlle ", "Mlle\u{A0}"] where name.hasPrefix(civility) {
      return name.dropFirst(civility.count).trimmed
    }
    return name.trimmed
  }
}
