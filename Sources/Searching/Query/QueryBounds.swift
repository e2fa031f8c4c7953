/// How much of a query counts. What is beyond a bound is read as plain words, and a note says so.
enum QueryBounds {
  /// Bytes that are read. A contribution pasted whole is a query too.
  static let maximumBytes = 16 << 10
  /// Loose words of a query that asks for more than words. A text of more words is prose: its quotation marks quote, and
  /// nothing in it is syntax.
  static let maximumLooseWords = 10
  /// Words between operators that make an operand; more are prose and count as loose words.
  static let maximumOperandWords = 3
  /// Words that say nothing by themselves, such as `the` and `de`. Where there are more of them, the text is a sentence
  /// whose capitals are stress and whose dashes and parentheses are its own.
  static let maximumStopWords = 6
  /// Such words between `SAUF` and what it leaves out: `SAUF dans le métro`.
  static let maximumWordsBeforeExclusion = 3
  /// Words of a text in capitals that may still hold operators: `VELO OU TRAM`.
  static let maximumWordsInCapitals = 3
  /// Loose words beside which a single quoted word is still asked for as it is.
  static let maximumWordsBesideQuotedWord = 3
  static let maximumPhrases = 8
  static let maximumPhraseWords = 32
  /// Words that `~` may let stand between those of a phrase.
  static let maximumDistance = 100
  static let maximumPrefixes = 8
  /// Letters before a `*`: fewer begin too many words.
  static let minimumPrefixLetters = 3
  /// Operators, signs and fields together.
  static let maximumOperators = 32
  /// Parentheses within parentheses.
  static let maximumDepth = 16
  /// Alternatives of one field.
  static let maximumAlternatives = 16
  static let maximumNotes = 16
  /// Characters of the query that a note shows.
  static let maximumNoteCharacters = 80
}
