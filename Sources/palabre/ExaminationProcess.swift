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
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments =
      ["examine", examination.rawValue, "--index", index] + (audience.map { ["--audience", $0.rawValue] } ?? [])
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    // What it says when it dies is for developers.
    process.standardError = FileHandle.nullDevice
    try process.run()
    let results = read(output.fileHandleForReading, onProgress)
    process.waitUntilExit()
    if process.terminationReason == .exit, process.terminationStatus == 0, let results { return results }
    let end =
      process.terminationReason == .uncaughtSignal
      ? "signal \(process.terminationStatus) (\(String(cString: strsignal(process.terminationStatus))))"
      : "exit code \(process.terminationStatus)"
    return [CheckResult(examination, audience, fault: "reading it ended the process with \(end)")]
  }

  private func read(_ output: FileHandle, _ onProgress: (Double) -> Void) -> [CheckResult]? {
    var results: [CheckResult]?
    var line = Data()
    var bytes = [UInt8](repeating: 0, count: 1 << 12)
    while true {
      // FileHandle's own reading waits until there is all that was asked for.
      let count = Foundation.read(output.fileDescriptor, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return results }
      for byte in bytes.prefix(count) {
        if byte != UInt8(ascii: "\n") {
          line.append(byte)
          continue
        }
        switch try? JSONDecoder().decode(ExamineCommand.Message.self, from: line) {
        case .progress(let share)?: onProgress(share)
        case .results(let all)?: results = all
        case nil: break
        }
        line.removeAll(keepingCapacity: true)
      }
    }
  }
}
