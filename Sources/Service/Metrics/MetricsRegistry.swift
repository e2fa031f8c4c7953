import CoreMetrics
import Foundation
import Synchronization

/// Counters, gauges and histograms in memory, behind the API of swift-metrics, written as Prometheus reads them (text
/// exposition format 0.0.4).
final class MetricsRegistry: MetricsFactory {
  /// What a family of metrics is.
  enum Kind: String, Sendable {
    case counter, gauge, histogram
  }

  private struct Family {
    var kind: Kind
    /// By their labels as written.
    var series: [String: Series] = [:]
  }

  private let families = Mutex<[String: Family]>([:])
  /// By the name of a family: what it tells.
  private let help: [String: String]

  init(help: [String: String] = [:]) { self.help = help }

  func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    series(label, .counter, dimensions)
  }

  func makeFloatingPointCounter(label: String, dimensions: [(String, String)]) -> any FloatingPointCounterHandler {
    series(label, .counter, dimensions)
  }

  func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    series(label, .gauge, dimensions)
  }

  func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    series(label, aggregate ? .histogram : .gauge, dimensions)
  }

  func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    series(label, .histogram, dimensions)
  }

  // What has been counted stays counted: handles come and go with every request.
  func destroyCounter(_ handler: any CounterHandler) {}
  func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  func destroyMeter(_ handler: any MeterHandler) {}
  func destroyRecorder(_ handler: any RecorderHandler) {}
  func destroyTimer(_ handler: any TimerHandler) {}

  /// All metrics, as text.
  var text: String {
    let families = families.withLock { $0 }
    var text = ""
    for (name, family) in families.sorted(by: { $0.key < $1.key }) {
      if let help = help[name] { text += "# HELP \(name) \(help)\n" }
      text += "# TYPE \(name) \(family.kind)\n"
      for (labels, series) in family.series.sorted(by: { $0.key < $1.key }) {
        text += series.text(name, labels, family.kind)
      }
    }
    return text
  }

  static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

  private func series(_ name: String, _ kind: Kind, _ dimensions: [(String, String)]) -> Series {
    let labels = dimensions.map { "\($0)=\"\(MetricsRegistry.escaped($1))\"" }.joined(separator: ",")
    return families.withLock { families in
      if let known = families[name]?.series[labels] { return known }
      let made = Series()
      families[name, default: Family(kind: kind)].series[labels] = made
      return made
    }
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
