/// A query with words that were misspelt as they should be written.
public struct Correction: Sendable, Equatable, Encodable {
  /// A word, or a name of several, that is written otherwise.
  public struct Change: Sendable, Equatable, Encodable {
    /// As it was typed.
    public var typed: String
    /// As it should be written, with its accents.
    public var written: String
    /// Where it stands in the query as typed, in UTF-16 code units.
    public var range: Range<Int>

    /// A change as told.
    public init(typed: String, written: String, range: Range<Int>) {
      self.typed = typed
      self.written = written
      self.range = range
    }

    enum CodingKeys: String, CodingKey { case typed, written, start, end }

    /// `start` and `end` in the place of the range.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(typed, forKey: .typed)
      try container.encode(written, forKey: .written)
      try container.encode(range.lowerBound, forKey: .start)
      try container.encode(range.upperBound, forKey: .end)
    }
  }

  /// The whole query, as typed but for the changes.
  public var query: String
  /// In the order of the text; at least one.
  public var changes: [Change]

  /// The query with these changes, which do not overlap.
  init(of typed: String, _ changes: [Change]) {
    let units = Array(typed.utf16)
    var result = ""
    var at = 0
    for change in changes where change.range.lowerBound >= at {
      result += String(decoding: units[at..<change.range.lowerBound], as: UTF16.self) + change.written
      at = change.range.upperBound
    }
    query = result + String(decoding: units[at...], as: UTF16.self)
    self.changes = changes
  }
}
