/// What a record prints before a speech, taken apart: `Mme Ann Lee, rapporteure.` is Ann Lee, who is rapporteure.
struct SpeakerLabel: Equatable {
  /// Without the title of courtesy and without the sign that ends the label.
  let name: String
  /// What the speaker is.
  let function: String?

  /// nil when nothing is left that could be a name.
  init?(_ text: String) {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let (name, function) = Self.parts(of: Self.trimmed(Self.withoutWords(line[...])))
    let plain = Self.withoutCourtesy(name)
    guard plain.contains(where: { $0.isLetter || $0.isNumber }), !Self.frenchCourtesy.contains(plain) else {
      return nil
    }
    self.name = String(plain.prefix(Self.maximumLength))
    self.function = function.isEmpty ? nil : String(function.prefix(Self.maximumLength))
  }

  private static let maximumLength = 300

  /// Words that slipped into the label follow a dash: `Mme LEE. – I open the sitting`.
  private static func withoutWords(_ line: Substring) -> Substring {
    let dashes = [".-", ". –", ". —", ". -"].compactMap { line.firstRange(of: $0)?.lowerBound }
    return dashes.min().map { line[..<$0] } ?? line
  }

  /// The name as a list of people gives it: a comma in it may be part of it.
  static func plainName(_ text: String) -> String? {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let plain = withoutCourtesy(trimmed(line[...]))
    return plain.isEmpty ? nil : String(plain.prefix(maximumLength))
  }

  /// French titles go always; English ones only before first name and last name: "Mr Speaker" is no name without.
  private static let frenchCourtesy: Set<Substring> = ["M.", "M", "Mme", "Mme.", "MM.", "Mmes", "Mlle", "Mlle."]
  private static let englishCourtesy: Set<Substring> = ["Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Miss"]
  private static let otherCourtesy: Set<Substring> = ["Dr.", "Dr", "Prof.", "Sir", "Hon.", "Lord", "Lady"]

  private static func withoutCourtesy(_ name: Substring) -> Substring {
    guard let space = name.firstIndex(of: " ") else { return name }
    let (first, rest) = (name[..<space], name[name.index(after: space)...])
    if frenchCourtesy.contains(first) || englishCourtesy.contains(first) && rest.contains(" ") { return rest.trimmed }
    return name
  }

  private static func parts(of line: Substring) -> (name: Substring, function: Substring) {
    // "The Minister of Housing (Mr. Lee)" names the person last, "Ann Lee (Nantes)" first.
    if line.last == ")", let open = line.lastIndex(of: "("), open > line.startIndex {
      let (before, inside) = (trimmed(line[..<open]), trimmed(line[line.index(after: open)...].dropLast()))
      let first = inside.prefix { $0 != " " }
      let isPerson = [frenchCourtesy, englishCourtesy, otherCourtesy].contains { $0.contains(first) }
      if !before.isEmpty { return isPerson ? (inside, before) : (before, inside) }
    }
    guard let comma = line.firstIndex(of: ","), comma > line.startIndex else { return (line, "") }
    return (trimmed(line[..<comma]), trimmed(line[line.index(after: comma)...]))
  }

  /// Without white space and the signs that stand around a label, dashes included.
  private static func trimmed(_ text: Substring) -> Substring {
    var rest = text.trimmed
    while let last = rest.last, ".:;,…–—-".contains(last) || last.isWhitespace {
      // The point of an initial or of a title is the name's own.
      if last == ".", rest.dropLast().last?.isUppercase == true, rest.dropLast(2).last.map({ $0 == " " }) ?? true {
        break
      }
      rest = rest.dropLast()
    }
    while let first = rest.first, ".:;,…–—-".contains(first) || first.isWhitespace { rest = rest.dropFirst() }
    return rest
  }
}
