/// The text of a query, by scalars, so that each is looked at once.
struct QueryText {
  let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  var count: Int { scalars.count }

  /// The scalar at a place; nil before the beginning and beyond the end.
  subscript(place: Int) -> Unicode.Scalar? { scalars.indices.contains(place) ? scalars[place] : nil }

  func string(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  func isSpace(_ place: Int) -> Bool { self[place]?.properties.isWhitespace ?? false }

  /// White space, the beginning or the end.
  func isGap(_ place: Int) -> Bool { self[place]?.properties.isWhitespace ?? true }

  func isLetter(_ place: Int) -> Bool { self[place]?.properties.isAlphabetic ?? false }

  func isLetterOrDigit(_ place: Int) -> Bool {
    guard let properties = self[place]?.properties else { return false }
    return properties.isAlphabetic || properties.numericType != nil
  }

  /// Capitals alone, and letters at all.
  var isInCapitals: Bool {
    !scalars.contains { $0.properties.isLowercase } && scalars.contains { $0.properties.isUppercase }
  }

  /// A dash closes what another has opened, as in `le maire -élu en 2014- dit`: no minus excludes anything.
  var hasClosingDash: Bool {
    scalars.indices.contains { scalars[$0] == "-" && isLetterOrDigit($0 - 1) && isGap($0 + 1) }
  }

  /// Whether a line of several begins here, as the points of a list do.
  func beginsLineOfSeveral(_ place: Int) -> Bool {
    var before = place - 1
    while let scalar = self[before], scalar.properties.isWhitespace {
      if scalar.properties.generalCategory != .spaceSeparator, scalar != "\t" { return true }
      before -= 1
    }
    return before < 0 && hasLines
  }

  /// Whether a text follows a first line.
  private var hasLines: Bool { scalars.contains("\n") }
}
