import CoreMetrics
import Foundation

/// What the service counts.
struct ServiceMetrics: Sendable {
  private let registry: MetricsRegistry

  init() {
    let own = [
      "palabre_http_requests_total": "Requests answered, by endpoint, method and status.",
      "palabre_http_request_duration_seconds": "Time from a request to its answer, by endpoint.",
      "palabre_http_requests_in_progress": "Requests that are being answered.",
      "palabre_search_waiting": "Requests that wait for a thread that searches.",
      "palabre_search_busy": "Threads that search.",
      "palabre_search_refused_total": "Requests refused because too many waited.",
      "palabre_search_partial_total": "Answers that were cut by the time limit.",
      "palabre_index_changes_total": "Revisions of the index that were seen.",
      "palabre_index_seen_timestamp_seconds": "When the revision in use was seen first, in seconds since 1970.",
      "palabre_index_readable": "Whether the index could be read when it was looked at last.",
      "palabre_index_debates": "Debates of the index.",
      "palabre_index_passages": "Passages of the index.",
    ]
    registry = MetricsRegistry(help: own.merging(ProcessFigures.help) { own, _ in own })
    ProcessFigures.begin()
  }

  func begin() { Meter(label: "palabre_http_requests_in_progress", factory: registry).increment() }

  func end(endpoint: String, method: String, status: Int, duration: Duration) {
    Meter(label: "palabre_http_requests_in_progress", factory: registry).decrement()
    Counter(
      label: "palabre_http_requests_total",
      dimensions: [("endpoint", endpoint), ("method", method), ("status", "\(status)")], factory: registry
    ).increment()
    CoreMetrics.Timer(
      label: "palabre_http_request_duration_seconds", dimensions: [("endpoint", endpoint)], factory: registry
    ).recordNanoseconds(Int64(duration / .nanoseconds(1)))
  }

  func countRefusal() { Counter(label: "palabre_search_refused_total", factory: registry).increment() }

  func countPartial() { Counter(label: "palabre_search_partial_total", factory: registry).increment() }

  /// As Prometheus reads it, with what is known of the moment.
  func text(load: (waiting: Int, busy: Int), sight: IndexWatch.Sight) -> String {
    set("palabre_search_waiting", Double(load.waiting))
    set("palabre_search_busy", Double(load.busy))
    set("palabre_index_seen_timestamp_seconds", sight.since.timeIntervalSince1970.rounded())
    set("palabre_index_readable", sight.failure == nil ? 1 : 0)
    set("palabre_index_debates", Double(sight.debates))
    set("palabre_index_passages", Double(sight.passages))
    let changes = registry.makeCounter(label: "palabre_index_changes_total", dimensions: [])
    changes.reset()
    changes.increment(by: Int64(sight.changes))
    for (name, value) in ProcessFigures.all { set(name, value) }
    return registry.text
  }

  private func set(_ name: String, _ value: Double) { Meter(label: name, factory: registry).set(value) }
}
