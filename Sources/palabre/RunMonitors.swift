import Foundation
import Indexing
import Schema

/// Who is told how a run ended. That they cannot be told is a warning: what counts is the index.
struct RunMonitors {
  /// For the textfile collector of Prometheus.
  var metricsFile: String?
  var ping: PingAddress?

  func tell(_ end: IndexRun.End, index: String) {
    let status = Edge.status(of: end)
    if let metricsFile {
      do throws(IndexError) {
        try IndexMetrics(path: index, exitStatus: status).write(to: metricsFile)
      } catch {
        Terminal.error("palabre: warning: \(error)")
      }
    }
    // Of an index that another run writes to, that run has to tell.
    if let ping, status != Edge.Status.temporary.rawValue {
      var isSuccess = true
      if case .failed = end { isSuccess = false }
      if let reason = ping.ping(isSuccess: isSuccess) {
        Terminal.error("palabre: warning: \(ping.text(isSuccess: isSuccess)): not pinged: \(reason)")
      }
    }
  }
}
