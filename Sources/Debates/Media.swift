/// The recording of a debate.
public struct Media: Sendable, Hashable, Encodable {
  /// Where it plays.
  public var url: String?
  /// Seconds.
  public var duration: Double?

  /// A recording.
  public init(url: String? = nil, duration: Double? = nil) {
    self.url = url
    self.duration = duration
  }
}
