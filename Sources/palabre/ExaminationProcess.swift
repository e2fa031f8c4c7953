import Checking
import Foundation
import Schema

/// An examination in a process of its own. A process that dies over files has found them damaged.
struct ExaminationProcess {
  private let examination: Examination
  private let audience: Audience?
  private let index: String

  init(_ examination: Examination, _ audience: Audience?, index: String) {
    self.examination = examination
    self.audience = audience
    self.index = index
  }

  /// - Throws: what `Process` throws when this program cannot be started again.
  func results(_ onProgress: (Double) -> Void) throws -> [CheckResult] {
    var results: [CheckResult]?
    let arguments =
      ["examine", examination.rawValue, "--index", index] + (audience.map { ["--audience", $0.rawValue] } ?? [])
    let end = try SelfProcess.run(arguments) { line in
      switch try? JSONDecoder().decode(ExamineCommand.Message.self, from: line) {
      case .progress(let share)?: onProgress(share)
      case .results(let all)?: results = all
      case nil: break
      }
    }
    if end == nil, let results { return results }
    return [
      CheckResult(examination, audience, fault: "reading it ended the process with \(end ?? "no word of its own")")
    ]
  }
}
