/// An expertise as its page shows it.
public struct ExpertiseContents: Encodable, Sendable {
  /// As it is written most often.
  public var name: String
  /// The debates that carry it, newest first, from `offset` on.
  public var debates: [DebateSummary]
  /// How many debates carry it.
  public var total: Int
  /// How many of them come before those shown.
  public var offset: Int
  /// Who declares it, those who say most in its debates first; at most 20.
  public var declaring: [ExpertiseSpeaker]
  /// How many people declare it.
  public var declaringTotal: Int
  /// Who says most in its debates; at most 20.
  public var speakers: [ExpertiseSpeaker]
  /// How many people say or write something in its debates.
  public var speakersTotal: Int
  /// What is said in its debates by year, in the order of time.
  public var years: [PeriodCount]
  /// The expertises that debates carry with it more often than by chance, strongest first; at most 10.
  public var related: [AssociatedExpertise]
  /// Passages of its debates that speak of it, from different ones where there are some, best first; at most 5.
  public var evidence: [EvidenceResult]
  /// Milliseconds from the request to the answer.
  public var tookMilliseconds: Double

  enum CodingKeys: String, CodingKey {
    case name, debates, total, offset, declaring, speakers, years, related, evidence
    case declaringTotal = "declaring_total"
    case speakersTotal = "speakers_total"
    case tookMilliseconds = "took_ms"
  }
}

/// Somebody who has to do with an expertise.
public struct ExpertiseSpeaker: Encodable, Sendable, Equatable {
  /// The id by which answers call the person.
  public var id: String
  /// As answers write it.
  public var name: String
  /// In how many debates that carry it they say or write something.
  public var debates: Int
  /// How many passages that is.
  public var passages: Int
  /// Whether they declare it.
  public var declares: Bool
}

/// An expertise that goes with another.
public struct AssociatedExpertise: Encodable, Sendable, Equatable {
  /// As it is written most often.
  public var name: String
  /// How many debates carry both.
  public var debates: Int
  /// How far that is from chance: the log-likelihood ratio G² (Dunning 1993).
  public var strength: Double
}
