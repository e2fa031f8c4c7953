public import Foundation

/// How far a run is.
public struct IndexProgress: Sendable {
  /// What a run does, in this order.
  public enum Phase: String, Sendable {
    case reading
    /// The segments of a large run become one database.
    case joining
    /// The last of it becomes durable and visible.
    case publishing
  }

  /// What it is at.
  public var phase = Phase.reading
  /// From all sources so far.
  public var bytesRead: Int64
  /// Nil when a source is a stream.
  public var totalBytes: Int64?
  /// Debates indexed so far.
  public var debates: Int
  /// Passages written so far.
  public var passages: Int
  /// Seconds since the run began.
  public var elapsed: TimeInterval
}
