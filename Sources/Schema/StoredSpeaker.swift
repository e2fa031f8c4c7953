public import Debates

/// What the index knows of an announced speaker besides the profile, which is a passage.
public struct StoredSpeaker: Codable, Sendable, Equatable {
  /// The person's id.
  public var id: String
  /// As the debate writes it.
  public var name: String
  /// Whom they speak for.
  public var affiliation: String?
  /// What they declare to be expert of, as written; nil for nothing.
  public var expertises: [String]?

  /// What is kept of `speaker`.
  public init(_ speaker: Speaker) {
    id = speaker.id
    name = speaker.name
    affiliation = speaker.affiliation
    expertises = speaker.expertises.isEmpty ? nil : speaker.expertises
  }
}
