public import Foundation

/// How far a run is.
public struct IndexProgress: Sendable {
  /// What a run does.
  public enum Phase: String, Sendable {
    case reading
    /// The next generation of the databases is built: at the end of a run that changes much.
    case joining
    /// The changes are written into the databases in use: at the end of a run that changes little.
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
