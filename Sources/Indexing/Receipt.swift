public import Formats
public import Foundation
public import Schema

/// What a run did, kept beside the index: the answer to "did last night's cron job work?".
///
/// Its errors name records of all audiences, so it is for operators alone and in no database that answers anybody.
/// Of a run that failed, the counts are those of its last commit: what is in the index.
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
  /// Why the run ended before its end; nil when it did not.
  public var failed: String?
  /// The same for each source, the first hundred; nil when the run ended before it read anything.
  public var bySource: [SourceReceipt]?
  /// The exit code of the command; nil when it was not a command that ran.
  public var exitStatus: Int32?
  /// The run before, when it ended without leaving a receipt: killed, or the power went.
  public var interrupted: LockHolder?

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
