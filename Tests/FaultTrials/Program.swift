import Foundation
import TestTools

/// The program on trial, with the folder it works in.
struct Program: Sendable {
  /// Where `palabre` is.
  let path: String
  /// Everything of one lane is in here.
  let lane: String

  /// What fails is below this folder: the disk of the trial.
  var disk: String { lane + "/disk" }
  var index: String { disk + "/index" }
  var source: String { lane + "/in/debates.ndjson" }
  /// Where the interposer counts.
  var tally: String { lane + "/tally" }

  /// How a run ended, and what it said on standard error.
  struct Result: Sendable {
    var status: Int32
    var output: String
    var errors: String
    var words: String { "exit \(status): \(errors.split(separator: "\n").last ?? "nothing said")" }
  }

  /// What came of a search for the canary.
  enum Found: CustomStringConvertible {
    case found, noIndex
    case failed(Result)

    var description: String {
      switch self {
      case .found: "found"
      case .noIndex: "no index"
      case .failed(let result): result.words
      }
    }
  }

  /// One run of the indexer over the lane's source.
  static func indexing(_ source: String, _ index: String) -> [String] {
    ["index", source, "--index", index, "--prune", "--quiet"]
  }

  /// Runs it to its end.
  /// - Parameter shell: what a shell does first, such as lowering a limit.
  func run(_ arguments: [String], environment: [String: String] = [:], after shell: String? = nil) throws -> Result {
    finish(try start(arguments, environment: environment, after: shell))
  }

  /// A run under way, and the names of the files it writes to.
  struct Run {
    let child: Child
    fileprivate let name: String
  }

  func start(_ arguments: [String], environment: [String: String] = [:], after shell: String? = nil) throws -> Run {
    let name = lane + "/said-" + UUID().uuidString
    let plain = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "HOME": lane, "LANG": "C.UTF-8", "TZ": "UTC",
    ]
    let command = shell.map { ["/bin/sh", "-c", "\($0); exec \"$0\" \"$@\"", path] } ?? [path]
    let child = try Child.start(
      command[0], command.dropFirst() + arguments, in: lane, environment: plain.merging(environment) { $1 },
      output: name + ".out", errors: name + ".err")
    return Run(child: child, name: name)
  }

  func finish(_ run: Run) -> Result {
    let status = run.child.wait()
    func text(_ end: String) -> String {
      defer { try? FileManager.default.removeItem(atPath: run.name + end) }
      return FileManager.default.contents(atPath: run.name + end).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
    return Result(status: status, output: text(".out"), errors: text(".err"))
  }

  func search() -> Found {
    do {
      let result = try run(["search", Corpus.canary.word, "--index", index])
      switch result.status {
      case 0 where result.output.contains(Corpus.canary.id): return .found
      case 66: return .noIndex
      default: return .failed(result)
      }
    } catch {
      return .failed(Result(status: -1, output: "", errors: "\(error)"))
    }
  }
}
