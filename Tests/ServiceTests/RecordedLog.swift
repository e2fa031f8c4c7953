import Logging
import Synchronization

/// What was written to the log, with everything beside it.
final class RecordedLog: LogHandler, Sendable {
  private let written = Mutex<[String]>([])

  var lines: [String] { written.withLock { $0 } }

  var metadata: Logger.Metadata {
    get { [:] }
    set {}
  }

  var logLevel: Logger.Level {
    get { .trace }
    set {}
  }

  subscript(metadataKey _: String) -> Logger.Metadata.Value? {
    get { nil }
    set {}
  }

  func log(event: LogEvent) {
    written.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
  }
}
