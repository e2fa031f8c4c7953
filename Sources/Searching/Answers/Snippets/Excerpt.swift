/// What is shown of a text.
public struct Excerpt: Sendable, Equatable {
  /// Where it is, in UTF-16 code units of the text, in order.
  public var windows: [Range<Int>]
  /// The same as written, with what matches.
  public var highlights: Highlights
}
