import Foundation

/// This program once more, in a process that damaged files may end.
enum SelfProcess {
  /// Runs it to its end.
  ///
  /// - Parameter onLine: called with each line of its standard output.
  /// - Returns: how it ended; nil when it ended well.
  /// - Throws: what `Process` throws when this program cannot be started again.
  static func run(_ arguments: [String], onLine: (Data) -> Void) throws -> String? {
    let process = Process()
    process.executableURL = Bundle.main.executableURL
    process.arguments = arguments
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    // What it says when it dies is for developers.
    process.standardError = FileHandle.nullDevice
    try process.run()
    read(output.fileHandleForReading, onLine)
    process.waitUntilExit()
    if process.terminationReason == .uncaughtSignal {
      return "signal \(process.terminationStatus) (\(String(cString: strsignal(process.terminationStatus))))"
    }
    return process.terminationStatus == 0 ? nil : "exit code \(process.terminationStatus)"
  }

  private static func read(_ output: FileHandle, _ onLine: (Data) -> Void) {
    var line = Data()
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      // FileHandle's own reading waits until there is all that was asked for.
      let count = Foundation.read(output.fileDescriptor, &bytes, bytes.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      var rest = bytes[..<count]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line.append(contentsOf: rest[..<end])
        onLine(line)
        line.removeAll(keepingCapacity: true)
        rest = rest[(end + 1)...]
      }
      line.append(contentsOf: rest)
    }
  }
}
