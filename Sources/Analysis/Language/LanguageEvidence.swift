/// What the label of a sentence was decided from.
public struct LanguageEvidence: Sendable, Equatable {
  /// The label; `nil` is unknown.
  public let language: Language?
  /// Log-odds of French against English, in nats; positive is French.
  public let frenchOverEnglish: Double
  /// ISO 639-1 code of the strongest other language of the model; `nil` when nothing was counted.
  public let strongestOther: String?
  /// Log-odds of the better of French and English against `strongestOther`, in nats.
  public let lead: Double
  /// Character n-grams that voted.
  public let grams: Int
}
