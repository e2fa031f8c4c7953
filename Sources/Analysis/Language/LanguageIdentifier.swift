/// Labels a sentence as French, English or unknown (`nil`).
///
/// Naive Bayes: each language is a model of characters given up to three before them, learnt from words
/// (Documentation/language-model.md), and the language under which the text is likeliest wins. French and English keep
/// close calls against the other languages of the table.
///
/// A value is small and without state; a call allocates nothing when given UTF-16 units.
public struct LanguageIdentifier: Sendable {
  /// What the language declared by a record is worth against every other, in nats.
  static let hintPrior = 2.0
  /// Another language must be likelier by more than this, in nats, for a text to be unknown.
  static let unknownMargin = 4.5

  private let model: LanguageModel
  private let hintUnits: Int32
  private let marginUnits: Int32

  /// The identifier with the built-in table.
  public init() {
    model = LanguageModel.builtIn
    hintUnits = Int32((Self.hintPrior / model.natsPerUnit).rounded())
    marginUnits = Int32((Self.unknownMargin / model.natsPerUnit).rounded())
  }

  /// The language of a sentence of UTF-16 code units as written; `nil` when it is unknown.
  ///
  /// `hint` is the language that the record declares: a prior, never a decision by itself. Only the beginning of a long
  /// text is read (256 characters of words).
  public func language(of sentence: UnsafeBufferPointer<UInt16>, hint: Language?) -> Language? {
    judge(sentence, hint: hint).label
  }

  /// The language of a sentence; `nil` when it is unknown.
  public func language(of sentence: String, hint: Language? = nil) -> Language? {
    Array(sentence.utf16).withUnsafeBufferPointer { language(of: $0, hint: hint) }
  }

  /// What `language(of:hint:)` decides from, for `explain`.
  public func evidence(of sentence: UnsafeBufferPointer<UInt16>, hint: Language?) -> LanguageEvidence {
    let verdict = judge(sentence, hint: hint)
    return LanguageEvidence(
      language: verdict.label,
      frenchOverEnglish: Double(verdict.english - verdict.french) * model.natsPerUnit,
      strongestOther: verdict.grams > 0 ? model.languages[verdict.other] : nil,
      lead: Double(verdict.otherCost - min(verdict.french, verdict.english)) * model.natsPerUnit,
      grams: verdict.grams)
  }

  /// What `language(of:hint:)` decides from, for `explain`.
  public func evidence(of sentence: String, hint: Language? = nil) -> LanguageEvidence {
    Array(sentence.utf16).withUnsafeBufferPointer { evidence(of: $0, hint: hint) }
  }

  private struct Verdict {
    var label: Language?
    var french: Int32 = 0
    var english: Int32 = 0
    /// Index of the best other language, and its cost.
    var other = 2
    var otherCost: Int32 = 0
    var grams = 0
  }

  private func judge(_ sentence: UnsafeBufferPointer<UInt16>, hint: Language?) -> Verdict {
    var ballot = Ballot(model: model)
    let seen = LanguageScanner.scan(
      sentence, table: model.alphabet, limit: LanguageTable.mostVotes, into: &ballot)
    var verdict = Verdict()
    guard seen.grams > 0 else { return verdict }
    verdict.grams = seen.grams
    verdict.french = ballot.cost(of: 0) - (hint == .french ? hintUnits : 0)
    verdict.english = ballot.cost(of: 1) - (hint == .english ? hintUnits : 0)
    verdict.otherCost = ballot.cost(of: 2)
    for index in 3..<model.languages.count where ballot.cost(of: index) < verdict.otherCost {
      verdict.other = index
      verdict.otherCost = ballot.cost(of: index)
    }
    guard seen.foreign <= seen.grams, verdict.otherCost + marginUnits >= min(verdict.french, verdict.english) else {
      return verdict
    }
    verdict.label = verdict.french <= verdict.english ? .french : .english
    return verdict
  }

  /// The sums of the costs: languages with an even index in `even`, the others in `odd`.
  private struct Ballot: LanguageGramSink {
    let model: LanguageModel
    var even = SIMD8<UInt16>()
    var odd = SIMD8<UInt16>()
    var keptEven = SIMD8<UInt16>()
    var keptOdd = SIMD8<UInt16>()

    init(model: LanguageModel) { self.model = model }

    @inline(__always)
    mutating func take(gram: UInt32) {
      guard let costs = model.costs(of: gram) else { return }
      even &+= costs & 0xFF
      odd &+= costs &>> 8
    }

    @inline(__always)
    mutating func keepWord() {
      keptEven = even
      keptOdd = odd
    }

    @inline(__always)
    mutating func dropWord() {
      even = keptEven
      odd = keptOdd
    }

    func cost(of language: Int) -> Int32 {
      Int32(language % 2 == 0 ? even[language / 2] : odd[language / 2])
    }
  }
}
