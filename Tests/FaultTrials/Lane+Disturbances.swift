import Foundation
import TestTools

extension Lane {
  /// Does it. Returns whether a run has said that it ended well.
  func disturb(
    _ disturbance: Disturbance, _ scene: Scene, _ random: inout Seeded, _ outcome: inout Outcome
  ) throws -> Bool {
    switch disturbance {
    case .kill: return try kill(scene, &random, &outcome)
    case .fullDisk(let share):
      return try fail(.quota(Int(share * Double(scene.tally?.peak ?? 0))), expecting: [73], &outcome)
    case .failure(let kind, let number, let isLasting):
      return try fail(.failure(kind, at: number, isLasting: isLasting), expecting: [73, 74], &outcome)
    case .failureAtShare(let kind, let share, let isLasting):
      let number = 1 + Int(share * Double(scene.tally?.calls[kind] ?? 0))
      return try fail(.failure(kind, at: number, isLasting: isLasting), expecting: [73, 74], &outcome)
    case .descriptors(let limit): return try starve(limit, &outcome)
    case .starts(let count): return try start(count, &outcome)
    case .powerCut: throw Unfit(description: "a power cut is not done to a run, but to what runs have left")
    }
  }

  private var indexing: [String] { Program.indexing(program.source, program.index) }

  /// Three of four by a signal that cannot be caught.
  private func kill(_ scene: Scene, _ random: inout Seeded, _ outcome: inout Outcome) throws -> Bool {
    repeat {
      let run = try program.start(indexing)
      Thread.sleep(forTimeInterval: .random(in: 0..<(scene.seconds * 1.1), using: &random))
      run.child.signal(random.happens(0.75) ? SIGKILL : SIGTERM)
      if program.finish(run).status == 0 { return true }
      outcome.hasStruck = true
    } while random.happens(0.25)
    return false
  }

  private func fail(_ fault: Interposer.Fault, expecting codes: Set<Int32>, _ outcome: inout Outcome) throws -> Bool {
    guard let interposer else { throw Unfit(description: "no interposer") }
    let environment = interposer.environment(folder: program.disk, fault: fault, tally: program.tally)
    let result = try program.run(indexing, environment: environment)
    outcome.hasStruck = (Interposer.Tally(file: program.tally)?.struck ?? 0) > 0
    if result.status != 0, !codes.contains(result.status) { outcome.add(.other, result.words) }
    return result.status == 0
  }

  private func starve(_ limit: Int, _ outcome: inout Outcome) throws -> Bool {
    let result = try program.run(indexing, after: "ulimit -n \(limit)")
    outcome.hasStruck = result.status != 0
    // Under a handful of files, not even the program's libraries can be loaded: 127 is the loader's.
    if result.status >= 128 || result.status == 75 || result.status == 66 { outcome.add(.other, result.words) }
    return result.status == 0
  }

  private func start(_ count: Int, _ outcome: inout Outcome) throws -> Bool {
    let gate = program.lane + "/gate"
    unlink(gate)
    guard mkfifo(gate, 0o600) == 0 else { throw Unfit(description: "cannot make \(gate)") }
    let end = open(gate, O_RDWR | O_CLOEXEC)
    defer { close(end) }
    let runs = try (0..<count).map { _ in try program.start(indexing, after: "read go < '\(gate)'") }
    // Each takes one line, the late ones too.
    let lines = [UInt8](repeating: UInt8(ascii: "\n"), count: count)
    guard Foundation.write(end, lines, count) == count else { throw Unfit(description: "cannot write to \(gate)") }
    let results = runs.map { program.finish($0) }
    for result in results where result.status != 0 && result.status != 75 { outcome.add(.other, result.words) }
    outcome.hasStruck = results.contains { $0.status == 75 }
    let hasEndedWell = results.contains { $0.status == 0 }
    if !hasEndedWell { outcome.add(.other, "none of \(count) runs ended well") }
    return hasEndedWell
  }
}
