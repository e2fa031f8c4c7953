public import Foundation

/// The built `palabre`, run as a person runs it.
public enum Tool {
  /// How a run ended, and all that it said.
  public struct Result: Sendable {
    /// The exit code, or 128 and the signal that ended it, as a shell says it.
    public var status: Int32
    /// Standard output.
    public var output: String
    /// Standard error.
    public var errors: String
  }

  /// There is no program to test.
  public struct NotBuilt: Error, CustomStringConvertible {
    /// With the way out.
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

  /// Starts `palabre` and does not wait. Its results are lost, what else it says is in the file `errors`.
  public static func start(
    _ arguments: [String], in folder: String, input: Child.Input, errors: String? = nil
  ) throws -> Child {
    try Child.start(
      path(), arguments, in: folder, environment: environment(folder), input: input,
      errors: errors.map { folder + "/" + $0 })
  }

  private static func environment(_ folder: String) -> [String: String] {
    ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": folder, "LANG": "C.UTF-8", "TZ": "UTC"]
  }

  private static func run(
    program: String, _ arguments: [String], in folder: String, input: Data? = nil, environment: [String: String]
  ) throws -> Result {
    // Files rather than pipes: nobody has to read them at the same time.
    let name = folder + "/." + UUID().uuidString
    defer { for end in ["in", "out", "err"] { try? FileManager.default.removeItem(atPath: "\(name).\(end)") } }
    if let input { try input.write(to: URL(fileURLWithPath: "\(name).in")) }
    let child = try Child.start(
      program, arguments, in: folder, environment: self.environment(folder).merging(environment) { $1 },
      input: input == nil ? .nothing : .file("\(name).in"), output: "\(name).out", errors: "\(name).err")
    let status = child.wait()
    func text(_ end: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: "\(name).\(end)")), as: UTF8.self)
    }
    return Result(status: status, output: try text("out"), errors: try text("err"))
  }
}
