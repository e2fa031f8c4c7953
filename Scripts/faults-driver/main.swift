import ArgumentParser
import FaultTrials
import Foundation

/// `Scripts/faults` says what it does.
struct Faults: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "faults",
    abstract: "Disturb the indexer in many ways, and see that nothing is lost and nothing unreadable.")

  @Option(help: "Runs that are killed.")
  var kills = Sweep.Counts().kills

  @Option(help: "Power cuts.")
  var cuts = Sweep.Counts().cuts

  @Option(help: "Sizes at which the disk is full; as many limits on open files.")
  var enospc = Sweep.Counts().fullDisks

  @Option(help: "First writes that fail, one in each run; a fifth as many of each kind of call.")
  var eio = Sweep.Counts().failures

  @Option(help: "Runs that begin at the same time.")
  var starts = Sweep.Counts().starts

  @Option(help: "What all that is random comes from.")
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("One kind: \(Sweep.kinds.joined(separator: ", ")). May be repeated.", valueName: "name"))
  var only: [String] = []

  @Flag(help: "No runs of much text.")
  var small = false

  @Option(help: "Keep everything in this folder, which must not be there yet.")
  var folder: String?

  func validate() throws {
    for name in only where !Sweep.kinds.contains(name) {
      throw ValidationError("--only takes one of \(Sweep.kinds.joined(separator: ", "))")
    }
  }

  func run() throws {
    var counts = Sweep.Counts()
    (counts.kills, counts.cuts, counts.fullDisks) = (kills, cuts, enospc)
    (counts.failures, counts.starts) = (eio, starts)
    let repository = FileManager.default.currentDirectoryPath
    let program = ProcessInfo.processInfo.environment["PALABRE"] ?? repository + "/.build/release/palabre"
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw ValidationError("\(program): no such program; PALABRE names another")
    }
    let scratch = folder ?? FileManager.default.temporaryDirectory.path + "/palabre-faults-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    let plan = Sweep.plan(counts, kinds: only.isEmpty ? Sweep.kinds : only, seed: seed, large: !small)
    let start = Date()
    let report = try Sweep(program: program, repository: repository, folder: scratch, seed: seed)
      .run(plan) { trial, problem, kept in
        tell(
          "\(trial.row) \(trial.number) (seed \(seed), \(trial.scene), \(trial.disturbance)): "
            + "\(problem.kind.rawValue): \(problem.words); kept in \(kept)")
      }
    print(report.table)
    print("\n\(plan.count) trials in \(Int(Date().timeIntervalSince(start))) s, seed \(seed)")
    guard report.isClean else { throw ExitCode.failure }
    if folder == nil { try FileManager.default.removeItem(atPath: scratch) }
  }

  private func tell(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
}

Faults.main()
