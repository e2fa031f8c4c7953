public import Foundation

/// Who writes to an index: what a run says of itself in the index's lock, for the others.
public struct LockHolder: Codable, Sendable, Equatable {
  /// What can be seen of a process from where one looks.
  public enum State: String, Codable, Sendable {
    case running
    /// By a signal or a debugger: it holds the lock and does nothing.
    case stopped
    /// There is no such process here any more.
    case ended
    /// On another host, or where the system does not tell.
    case unknown
  }

  /// The process's number on its host.
  public var process: Int32
  /// The name of the host.
  public var host: String
  /// When the run began.
  public var started: Date
  /// When the process was started, in clock ticks since the host was: what tells it from a later process of the same
  /// number. nil where the system does not say.
  public var processStarted: UInt64?
  /// The command, such as `index`.
  public var command: String

  /// A holder as told.
  public init(process: Int32, host: String, started: Date, processStarted: UInt64?, command: String) {
    self.process = process
    self.host = host
    self.started = started
    self.processStarted = processStarted
    self.command = command
  }

  /// Who, where and since when: "pid 4242 on harbour, `palabre index`, since 2026-11-23T06:24:22Z (12 min ago)".
  public func description(at now: Date) -> String {
    "pid \(process) on \(host), `palabre \(command)`, since \(started.formatted(.iso8601)) "
      + "(\(LockHolder.age(now.timeIntervalSince(started))))"
  }

  /// What to do about a holder in this state.
  public func wayOut(_ state: State) -> String {
    switch state {
    case .running:
      "it is running; try again when it has ended"
    case .stopped:
      "it is stopped; let it go on with: kill -CONT \(process), or end it with: kill -KILL \(process) "
        + "(the index stays whole)"
    case .ended, .unknown:
      "whether it is running cannot be seen from here; try again when it has ended, or look on \(host) with: "
        + "ps -p \(process)"
    }
  }

  private static func age(_ seconds: TimeInterval) -> String {
    switch seconds {
    case ..<0: "by another clock"
    case ..<120: "\(Int(seconds)) s ago"
    case ..<7200: "\(Int(seconds / 60)) min ago"
    case ..<172_800: "\(Int(seconds / 3600)) h ago"
    default: "\(Int(min(seconds, 1e12) / 86400)) days ago"
    }
  }
}
