public import Formats
public import Foundation

/// What a run did with one of its sources.
public struct SourceReceipt: Codable, Sendable, Equatable {
  /// The source as it was named.
  public var source: String
  /// The same, absolute: what tells sources apart. `-` is standard input.
  public var path: String
  /// Records understood or refused.
  public var read = 0
  /// Debates new or changed.
  public var indexed = 0
  /// Debates that were in the index as they are.
  public var unchanged = 0
  /// Debates removed, because the source says so or by pruning.
  public var removed = 0
  /// Records that could not be used.
  public var refused = 0
  /// Bytes read.
  public var bytes: Int64 = 0
  /// Seconds in which its records were read and written. What a run does for all of its sources at the end, such as
  /// joining segments, is in the duration of the run alone.
  public var duration: TimeInterval = 0
}

/// What is known of a source over all runs that named it.
public struct SourceStatus: Codable, Sendable, Equatable {
  /// How many waiting records are listed, the oldest; the rest are counted.
  public static let maximumWaiting = 100

  /// A record that is refused for now: what keeps it out, and since when. It is tried again by every run.
  public struct Waiting: Codable, Sendable, Equatable {
    /// When the run began that met it first.
    public var since: Date
    /// As the last run told it.
    public var error: LocatedError
  }

  /// What the last run did with it.
  public var last: SourceReceipt
  /// When the last run ended, however it did.
  public var lastRun: Date
  /// When the last run ended that came to its end; refused records do not count against it. nil when none has.
  public var lastSuccess: Date?
  /// Why the last run ended before its end; nil when it did not.
  public var failed: String?
  /// The time since which something of this source is not in the index: its oldest refused record, or, when the last
  /// run failed, the last success (the first run, when there was none). nil when nothing is waiting.
  public var oldestPending: Date?
  /// The refused records, oldest first.
  public var waiting: [Waiting]
}
