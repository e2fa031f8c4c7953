import Analysis

extension Analyzer {
  /// The words of a text in their order, folded.
  ///
  /// - Parameter hint: the language that it probably is.
  func surfaces(of text: String, hint: Language? = nil) -> [String] {
    tokens(of: text, hint: hint).filter(\.takesPosition).map { vocabulary.surface(of: $0.word) }
  }
}
