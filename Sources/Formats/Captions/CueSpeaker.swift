/// The words before a colon at the start of a line, when they can be who speaks: `MARIE DURAND:`, `le président :`.
struct CueSpeaker: Equatable {
  /// How much a label speaks for itself.
  enum Certainty { case sure, likely }

  let name: String
  let certainty: Certainty
  /// What is said, after the colon.
  let rest: Substring

  /// The longest label that is looked for, in bytes: a minister with the whole title.
  private static let maximumBytes = 240

  /// The label that a line begins with; nil when it has none.
  ///
  /// - Parameter following: what stands after the line in the cue.
  init?(_ line: Substring, following: Substring = "") {
    guard let (label, rest) = Self.cut(line),
      let certainty = SpeakerName.certainty(of: label, said: rest, following)
    else { return nil }
    self.init(label, certainty, rest)
  }

  /// Whatever the line has before a colon, whether or not it could be a name; nil when it has none.
  init?(opening line: Substring) {
    guard let (label, rest) = Self.cut(line), label.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    self.init(label, .sure, rest)
  }

  private init(_ label: Substring, _ certainty: Certainty, _ rest: Substring) {
    name = label.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    self.certainty = certainty
    self.rest = rest.trimmed
  }

  private static func cut(_ line: Substring) -> (label: Substring, rest: Substring)? {
    guard let colon = line.utf8.prefix(maximumBytes).firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let rest = line[line.index(after: colon)...]
    // "10:30", "https://"
    guard rest.isEmpty || rest.first?.isWhitespace == true else { return nil }
    var label = SpeakerName.withoutRemark(line[..<colon].trimmed)
    while label.last == "," { label = label.dropLast().trimmed }
    return (label, rest)
  }
}

/// Whether words can be who speaks.
enum SpeakerName {
  private static let maximumUpperCaseWords = 6
  private static let maximumRoleWords = 8
  /// Characters by which it is told whether a text is all in capitals.
  private static let sampleLength = 200

  /// A name in a voice tag or a label that is none: a sound in brackets, a note of music.
  static func isSound(_ name: String) -> Bool {
    guard let first = name.first(where: { !$0.isWhitespace }) else { return true }
    return !first.isLetter && !first.isNumber
  }

  /// `MARIE` of `MARIE (off)`.
  static func withoutRemark(_ label: Substring) -> Substring {
    let closing: Character? = label.last == ")" ? "(" : label.last == "]" ? "[" : nil
    guard let closing, let start = label.lastIndex(of: closing) else { return label }
    return label[..<start].trimmed
  }

  static func certainty(of label: Substring, said: Substring, _ following: Substring) -> CueSpeaker.Certainty? {
    guard label.first?.isLetter == true else { return nil }
    guard label.allSatisfy({ $0.isLetter || $0.isNumber || $0.isWhitespace || "-'’._&,".contains($0) }) else {
      return nil
    }
    let words = label.split(whereSeparator: \.isWhitespace)
    if isUpperCase(label), label.count(where: \.isLetter) >= 2 {
      guard words.count <= maximumUpperCaseWords, isRole(words) || !isOrdinary(words) else { return nil }
      // "BUILD MORE. REMEMBER: TRAMS." A point ends an initial or a title in a name.
      guard !words.dropLast().contains(where: { $0.count > 4 && $0.last == "." }) else { return nil }
      // Where everything is in capitals, capitals are no sign.
      let next = [said.prefix(sampleLength), following.prefix(sampleLength)]
      return next.contains { $0.contains(where: \.isLowercase) } ? .sure : .likely
    }
    if let comma = label.firstIndex(of: ",") {
      let title = label[label.index(after: comma)...].trimmed
      let head = label[..<comma].trimmed
      return isFullName(head) && (title.isEmpty || beginsWithRole(title)) ? .sure : nil
    }
    if isFullName(label) { return .sure }
    if isRole(words) { return .likely }
    guard words.count == 1, PersonName.isName(label), label.first?.isUppercase == true, !isOrdinary(words) else {
      return nil
    }
    return label.allSatisfy { $0.isLetter || "-'’".contains($0) } && label.count >= 2 ? .likely : nil
  }

  private static func isUpperCase(_ label: Substring) -> Bool { !label.contains(where: \.isLowercase) }

  /// Two words with a capital at least, and nothing that begins a sentence.
  private static func isFullName(_ label: Substring) -> Bool {
    let words = label.split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, PersonName.isName(Substring(words.joined(separator: " "))), !isOrdinary(words) else {
      return false
    }
    return words[0].first?.isUppercase == true && words.count { $0.first?.isUppercase == true } >= 2
      && words.allSatisfy { $0.contains(where: \.isLetter) || $0 == "&" }
  }

  private static func isOrdinary(_ words: [Substring]) -> Bool {
    guard let first = words.first?.lowercased() else { return true }
    if SpeakerWords.ordinary.contains(first) { return true }
    // "Monsieur le Président :" calls somebody, "M. le président :" is somebody.
    return words.count > 1 && SpeakerWords.calls.contains(first)
      && SpeakerWords.articles.contains(words[1].lowercased())
  }

  /// "la présidente", "Plusieurs députés du groupe", "Speaker 2", "the chair of the committee".
  private static func isRole(_ words: [Substring]) -> Bool {
    var rest = words[...]
    while let first = rest.first?.lowercased(), SpeakerWords.articles.contains(first) { rest = rest.dropFirst() }
    // A small letter and no article is the end of a sentence: "divers personnages, / députés : …".
    guard rest.count < words.count || words.first?.first?.isUppercase == true else { return false }
    guard words.count <= maximumRoleWords, let role = rest.first, SpeakerWords.roles.contains(role.lowercased()) else {
      return false
    }
    guard let next = rest.dropFirst().first else { return true }
    let number = next.count == 1 || next.allSatisfy(\.isNumber)
    return (rest.count == 2 && number) || SpeakerWords.complements.contains(next.lowercased())
      || next.lowercased().hasPrefix("d'") || next.lowercased().hasPrefix("d’")
  }

  private static func beginsWithRole(_ title: Substring) -> Bool {
    let words = title.split(whereSeparator: \.isWhitespace).prefix(3)
    return words.contains { word in
      SpeakerWords.roles.contains(word.lowercased().trimmingSuffix { !$0.isLetter })
    }
  }
}

extension String {
  fileprivate func trimmingSuffix(while predicate: (Character) -> Bool) -> String {
    guard let last = lastIndex(where: { !predicate($0) }) else { return "" }
    return String(self[...last])
  }
}
