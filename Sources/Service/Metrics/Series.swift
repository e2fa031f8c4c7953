import CoreMetrics
import Synchronization

/// One line of a counter or a gauge, or the lines of one histogram.
final class Series: CounterHandler, FloatingPointCounterHandler, MeterHandler, RecorderHandler, TimerHandler {
  private struct Values {
    /// The number of a counter or gauge; the sum of a histogram.
    var sum = 0.0
    var count: UInt64 = 0
    /// By the place of a bound: how many were not above it, nor within a smaller one.
    var within = [UInt64](repeating: 0, count: Series.bounds.count)
  }

  /// Seconds: a search takes some milliseconds, and nothing may take a minute.
  static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

  private let values = Mutex(Values())

  func increment(by amount: Int64) { increment(by: Double(amount)) }

  func increment(by amount: Double) { values.withLock { $0.sum += amount } }

  func decrement(by amount: Double) { increment(by: -amount) }

  func reset() { values.withLock { $0 = Values() } }

  func set(_ value: Int64) { set(Double(value)) }

  func set(_ value: Double) { values.withLock { $0.sum = value } }

  func record(_ value: Int64) { record(Double(value)) }

  func record(_ value: Double) {
    values.withLock { values in
      values.sum += value
      values.count += 1
      if let place = Series.bounds.firstIndex(where: { value <= $0 }) { values.within[place] += 1 }
    }
  }

  func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }

  func preferDisplayUnit(_ unit: TimeUnit) {}

  /// Its lines.
  func text(_ name: String, _ labels: String, _ kind: MetricsRegistry.Kind) -> String {
    let values = values.withLock { $0 }
    func line(_ suffix: String, _ more: String = "", _ value: String) -> String {
      let all = [labels, more].filter { !$0.isEmpty }.joined(separator: ",")
      return "\(name)\(suffix)\(all.isEmpty ? "" : "{\(all)}") \(value)\n"
    }
    guard kind == .histogram else { return line("", "", Series.number(values.sum)) }
    var text = ""
    var below: UInt64 = 0
    for (bound, count) in zip(Series.bounds, values.within) {
      below += count
      text += line("_bucket", "le=\"\(Series.number(bound))\"", "\(below)")
    }
    text += line("_bucket", "le=\"+Inf\"", "\(values.count)")
    return text + line("_sum", "", Series.number(values.sum)) + line("_count", "", "\(values.count)")
  }

  private static func number(_ value: Double) -> String {
    Int(exactly: value).map(String.init) ?? "\(value)"
  }
}
