public import Formats
public import Foundation

/// What a run did, kept in the index: the answer to "did last night's cron job work?".
public struct Receipt: Codable, Sendable, Equatable {
  /// How many errors a receipt lists; the rest are counted.
  public static let maximumErrors = 100

  /// When the run began.
  public var started: Date
  /// When everything was written; as `started` while it is under way.
  public var finished: Date
  /// The sources as they were named.
  public var sources: [String]
  /// Records understood or refused.
  public var read = 0
  /// Debates new or changed.
  public var indexed = 0
  /// Debates that were in the index as they are.
  public var unchanged = 0
  /// Debates removed, because their source says so or by pruning.
  public var removed = 0
  /// Records that could not be used.
  public var refused = 0
  /// Passages written.
  public var passages = 0
  /// Bytes read from the sources.
  public var bytes: Int64 = 0
  /// The first refusals, with their places.
  public var errors: [LocatedError] = []

  /// Seconds.
  public var duration: TimeInterval { finished.timeIntervalSince(started) }

  init(sources: [String]) {
    self.sources = sources
    started = Date()
    finished = started
  }

  mutating func refuse(_ error: LocatedError) {
    refused += 1
    if errors.count < Receipt.maximumErrors { errors.append(error) }
  }
}

/// How far a run is.
public struct IndexProgress: Sendable {
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
