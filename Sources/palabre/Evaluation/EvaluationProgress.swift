import Foundation

/// How many queries have been ranked, on a terminal only.
final class EvaluationProgress {
  private let total: Int
  private let settings: Int
  private let start = Date()
  private var done = 0
  private var line = ProgressLine(isQuiet: !Terminal.errorIsTerminal)

  /// - Parameters:
  ///   - total: queries of a setting.
  ///   - settings: how many times they are ranked.
  init(total: Int, settings: Int = 1) {
    self.total = total
    self.settings = settings
  }

  func advance() {
    done += 1
    line.show(text)
  }

  func clear() { line.clear() }

  private var text: String {
    let all = total * settings
    let setting = settings > 1 ? "setting \((done - 1) / total + 1) of \(settings)  " : ""
    let query = "\((done - 1) % total + 1) of \(total) queries"
    let left = Date().timeIntervalSince(start) / Double(done) * Double(all - done)
    return "\(setting)\(query)" + (done < all ? "  \(Units.duration(left)) left" : "")
  }
}
