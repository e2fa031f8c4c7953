extension Debate {
  /// Words (runs between white space) of the longest passage.
  public static let passageWords = 250

  /// Cuts the debate into passages.
  public func passages() -> [Passage] {
    []
  }
}
