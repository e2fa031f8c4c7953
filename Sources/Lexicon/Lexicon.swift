internal import CLexicon

/// What debates of the European Parliament taught about stems of French and English: how they translate, which stand
/// for nearly the same, and how common they are.
///
/// A stem is folded and Snowball's, as Palabre's terms are. What was said in fewer than two passages of those debates is
/// missing; numbers and stop words have a share only. Documentation/lexicon.md tells the source and the training.
///
///     Lexicon.translations(of: "impot", from: .french)  // tax .34, taxat .07, corpor .03
///     Lexicon.share(of: "impot", in: .french)  // .005
public enum Lexicon {
  /// A language of the lexicon.
  public enum Side: Sendable, CaseIterable {
    case french, english

    /// The language into which its stems are translated.
    public var other: Side { self == .french ? .english : .french }
  }

  /// A stem, and how much it may stand for the one asked for.
  public struct Weighted: Sendable, Hashable {
    /// Folded and stemmed.
    public var stem: String
    /// From 0 to 1.
    public var weight: Double

    /// A stem with its weight.
    public init(stem: String, weight: Double) {
      self.stem = stem
      self.weight = weight
    }
  }

  /// Up to six stems of the other language that translate `stem`, best first; none for a stem that is not known.
  ///
  /// A weight is the geometric mean of the probabilities that each of the two is translated by the other: at least 0.02.
  /// The weights of a stem's translations may sum to more than 1.
  public static func translations(of stem: String, from side: Side) -> [Weighted] {
    table.translations(of: stem, from: side)
  }

  /// Up to three stems of the same language that stand in the same company as `stem`, nearest first; none for a stem
  /// that is not known.
  ///
  /// A weight is the cosine of the vectors of what stands beside either: at least 0.5. Neighbours may be opposites.
  public static func neighbours(of stem: String, in side: Side) -> [Weighted] {
    table.neighbours(of: stem, in: side)
  }

  /// In what share of passages of general debate `stem` occurs, above 0 and at most 1: the document frequency to expect
  /// of a stem where an index is too small to tell. A passage is up to 250 words of one speaker.
  ///
  /// A stem that is not known counts as half a passage of all those debates (about one in 180,000).
  public static func share(of stem: String, in side: Side) -> Double {
    table.share(of: stem, in: side)
  }

  /// Every stem of a language, in the order of their UTF-8 bytes.
  package static func stems(in side: Side) -> [String] { table.stems(in: side) }

  /// The embedded bytes are constant data of the program: they live as long as it and nobody writes them.
  private static let table = LexiconTable(UnsafeRawBufferPointer(start: lexicon_data(), count: lexicon_size()))
}
