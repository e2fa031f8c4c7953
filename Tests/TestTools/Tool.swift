public import Foundation
import Synchronization

/// The built `palabre`, run as a person runs it.
public enum Tool {
  public struct Result: Sendable {
    /// The exit code, or 128 and the signal that ended it, as a shell says it.
    public var status: Int32
    public var output: String
    public var errors: String
  }

  public struct NotBuilt: Error, CustomStringConvertible {
    public var description: String { "palabre is not beside the tests: swift build" }
  }

  /// Beside the test bundle, where `swift build` puts both.
  public static func path() throws -> String {
    let places = [CommandLine.arguments[0]] + Bundle.allBundles.map(\.bundlePath)
    for place in places {
      let path = URL(fileURLWithPath: place).deletingLastPathComponent().appendingPathComponent("palabre").path
      if FileManager.default.isExecutableFile(atPath: path) { return path }
    }
    throw NotBuilt()
  }

  /// Runs `palabre` to its end.
  ///
  /// - Parameters:
  ///   - input: standard input; empty when nil.
  ///   - environment: added to a plain one, without the caller's `PALABRE_` variables.
  public static func run(
    _ arguments: [String], in folder: String, input: Data? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try run(program: path(), arguments, in: folder, input: input, environment: environment)
  }

  /// Runs a line of bash, in which `$palabre` is the program.
  public static func shell(_ line: String, in folder: String) throws -> Result {
    try run(program: "/bin/bash", ["-c", line], in: folder, environment: ["palabre": path()])
  }

  /// Starts `palabre` with this standard input and does not wait.
  public static func start(_ arguments: [String], in folder: String, input: Any) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try path())
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private static func run(
    program: String, _ arguments: [String], in folder: String, input: Data? = nil, environment: [String: String]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder, "LANG": "C.UTF-8", "TZ": "UTC",
    ].merging(environment) { $1 }
    // Files rather than pipes: nobody has to read them at the same time.
    let name = folder + "/." + UUID().uuidString
    defer { for end in ["in", "out", "err"] { try? FileManager.default.removeItem(atPath: "\(name).\(end)") } }
    for end in ["in", "out", "err"] {
      try ((end == "in" ? input : nil) ?? Data()).write(to: URL(fileURLWithPath: "\(name).\(end)"))
    }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: "\(name).in"))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(name).out"))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: "\(name).err"))
    try process.run()
    process.waitUntilExit()
    func text(_ end: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(name).\(end)")), as: UTF8.self)
    }
    return Result(
      status: status(of: process), output: try text("out"), errors: try text("err"))
  }

  /// As a shell says it.
  public static func status(of process: Process) -> Int32 {
    (process.terminationReason == .uncaughtSignal ? 128 : 0) + process.terminationStatus
  }
}
