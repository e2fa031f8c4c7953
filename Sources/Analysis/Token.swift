/// An occurrence of a term in a text.
public struct Token: Sendable, Equatable {
  /// Where a token comes from.
  public enum Form: UInt8, Sendable, CaseIterable {
    /// A word of the text.
    case word
    /// An elided article or pronoun, or an English clitic.
    case clitic
    /// A number with a decimal comma or dot.
    case number
    /// The whole of words that are also indexed as parts; shares the position of its first part.
    case whole
    /// A host name, or words joined by dots; shares the position of its first part.
    case host
    /// An e-mail address; shares the position of its first part.
    case address
    /// A name or tag with its `@` or `#`; shares the position of the name.
    case mention
    /// A currency symbol.
    case symbol
  }

  /// The word, in the vocabulary of the analyzer that made the token.
  public var word: WordID
  /// Where the word begins, in UTF-16 code units of the text as written.
  public var start: Int
  /// Where it ends.
  public var end: Int
  /// The ordinal of the word in its text, from 0. Tokens of one word's parts and whole overlap, see `Form`.
  public var position: Int
  /// What the word is in its text.
  public var form: Form
  /// The language of the sentence; nil when unknown.
  public var language: Language?

  /// Whether the token takes a position of its own.
  public var takesPosition: Bool {
    switch form {
    case .word, .clitic, .number, .symbol: true
    case .whole, .host, .address, .mention: false
    }
  }
}
