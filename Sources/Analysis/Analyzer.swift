import CICU

/// Turns text into tokens: segment, repair, fold, limit, stem, with the language of each sentence.
///
/// Indexed text and queries go through the same code, and there is no mode: what a word becomes never depends on which
/// of the two it is. An analyzer keeps its ICU iterators and its vocabulary, so it belongs to one thread.
///
/// ```swift
/// let analyzer = try Analyzer()
/// for token in analyzer.tokens(of: "L'homme a-t-il changé ?") {
///   print(analyzer.vocabulary.surface(of: token.word), token.start..<token.end)
/// }
/// ```
public final class Analyzer {
  /// A term is cut after this many bytes of UTF-8, on a character's boundary. Xapian allows 245 with the prefix.
  public static let maximumTermBytes = 64

  /// The vocabulary is emptied before the text that finds it larger than this, so that memory stays bounded
  /// whatever the input.
  private static let maximumVocabulary = 1 << 20

  /// The words of the tokens of the last text. Ids stay valid until a text is analysed.
  public let vocabulary: Vocabulary

  private let segmenter: Segmenter
  private let folder = Folder()
  private let identifier = LanguageIdentifier()
  private var repairer = Repairer()
  private var units: [UInt16] = []
  private var segments: [Segmenter.Segment] = []
  /// Where the sentences of the last text end, in UTF-16 code units, ascending.
  public private(set) var sentenceEnds: [Int] = []
  private var pieces: [Piece] = []
  private var folded: [UInt8] = []

  /// - Throws: `AnalysisError.missingData` when ICU or Snowball is not complete.
  public init() throws(AnalysisError) {
    segmenter = try Segmenter()
    vocabulary = try Vocabulary()
  }

  /// The tokens of a text, in order of position.
  /// - Parameter hint: the language that the record declares; a prior for each sentence, never a decision.
  public func tokens(of text: String, hint: Language? = nil) -> [Token] {
    var tokens: [Token] = []
    analyze(text, hint: hint, into: &tokens)
    return tokens
  }

  /// The same, into an array that is reused. Returns the language of most of its words; nil when unknown.
  @discardableResult
  public func analyze(_ text: String, hint: Language? = nil, into tokens: inout [Token]) -> Language? {
    tokens.removeAll(keepingCapacity: true)
    if vocabulary.count > Analyzer.maximumVocabulary { vocabulary.reset() }
    decode(text)
    return units.withUnsafeBufferPointer { units in
      segmenter.segment(units, into: &segments)
      segmenter.sentenceEnds(units, into: &sentenceEnds)
      repairer.pieces(of: units, segments: &segments, reusing: &pieces)
      return emitTokens(units, hint: hint, into: &tokens)
    }
  }

  /// The sentences of a text, in UTF-16 code units, each with its language.
  public func sentences(of text: String, hint: Language? = nil) -> [(range: Range<Int>, language: Language?)] {
    decode(text)
    return units.withUnsafeBufferPointer { units in
      segmenter.sentenceEnds(units, into: &sentenceEnds)
      var start = 0
      return sentenceEnds.map { end in
        defer { start = end }
        let sentence = UnsafeBufferPointer(rebasing: units[start..<end])
        return (start..<end, identifier.language(of: sentence, hint: hint))
      }
    }
  }

  private func emitTokens(
    _ units: UnsafeBufferPointer<UInt16>, hint: Language?, into tokens: inout [Token]
  ) -> Language? {
    var sentence = 0
    var sentenceStart = 0
    var language: Language?
    var isLabelled = false
    var position = 0
    var french = 0
    var english = 0
    // Held here for the loop: each access to a property of a class is checked.
    var folded: [UInt8] = []
    swap(&folded, &self.folded)
    defer { swap(&folded, &self.folded) }
    let folder = folder
    let vocabulary = vocabulary
    let sentenceEnds = sentenceEnds
    for piece in pieces {
      while sentence < sentenceEnds.count, piece.start >= sentenceEnds[sentence] {
        sentenceStart = sentenceEnds[sentence]
        sentence += 1
        isLabelled = false
      }
      if !isLabelled {
        let end = sentence < sentenceEnds.count ? sentenceEnds[sentence] : units.count
        language = identifier.language(of: UnsafeBufferPointer(rebasing: units[sentenceStart..<end]), hint: hint)
        isLabelled = true
      }
      folded.removeAll(keepingCapacity: true)
      folder.fold(
        units, piece.start..<piece.end, keeping: piece.keeping, limit: Analyzer.maximumTermBytes, into: &folded)
      guard !folded.isEmpty else { continue }
      let token = Token(
        word: vocabulary.intern(folded), start: piece.start, end: piece.end, position: position, form: piece.form,
        language: language)
      tokens.append(token)
      if token.takesPosition { position += 1 }
      switch language {
      case .french: french += 1
      case .english: english += 1
      case nil: break
      }
    }
    return french == 0 && english == 0 ? nil : french >= english ? .french : .english
  }

  private func decode(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      units = [UInt16](unsafeUninitializedCapacity: bytes.count) { buffer, count in
        guard let to = buffer.baseAddress, let from = bytes.baseAddress else { return }
        count = from.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
          max(0, Int(cicu_utf16($0, Int32(clamping: bytes.count), to)))
        }
      }
    }
  }
}
