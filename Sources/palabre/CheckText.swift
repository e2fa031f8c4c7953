import Checking
import Foundation
import Schema

/// The report of a check as people read it in a terminal.
enum CheckText {
  static func print(_ report: CheckReport) {
    for result in report.results {
      Swift.print(line(result))
      for fault in result.faults { Swift.print("    \(Terminal.sanitized(fault))") }
      if result.faultCount > result.faults.count {
        Swift.print("    … and \(result.faultCount - result.faults.count) more")
      }
    }
    for notice in report.notices { Swift.print("note       \(Terminal.sanitized(notice))") }
    if report.repetitions > 0 {
      let times = report.repetitions == 1 ? "once" : "\(report.repetitions) times"
      Swift.print("note       a run was writing: checked again \(times)")
    }
    Swift.print("\(Terminal.bold(verdict(report.outcome))) in \(String(format: "%.1f", report.duration)) s")
  }

  private static func line(_ result: CheckResult) -> String {
    let name = result.check + String(repeating: " ", count: max(0, 10 - result.check.count))
    let detail = [result.audience?.rawValue, result.detail].compactMap { $0 }.filter { !$0.isEmpty }
    let outcome =
      switch result.outcome {
      case .sound: "ok      "
      case .damaged: Terminal.bold("FAILED  ")
      case .unsettled: Terminal.bold("unsure  ")
      }
    return "\(name) \(outcome) \(detail.joined(separator: ": "))"
  }

  private static func verdict(_ outcome: CheckResult.Outcome) -> String {
    switch outcome {
    case .sound: "sound"
    case .damaged: "damaged"
    case .unsettled: "not settled: a run was writing"
    }
  }
}
