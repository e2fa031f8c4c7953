import Foundation
import TestTools

/// Several runs of the indexer one after the other, with all that they did to the disk.
struct History {
  let trace: Trace
  /// What the index held before the first run, and after each.
  let states: [IndexState]
  /// The version of the source at each run.
  let versions: [String]
  /// Places in the trace beside those calls that make the difference: syncs, and what concerns names.
  private let turningPoints: [Int]

  /// Runs the indexer in a lane: a first build, then changes.
  static func record(in lane: Lane, isLarge: Bool) throws -> History {
    guard let interposer = lane.interposer else { throw Lane.Unfit(description: "no interposer") }
    let file = lane.program.lane + "/trace"
    try? FileManager.default.removeItem(atPath: file)
    try lane.clear()
    try Trace.begin(file, root: lane.program.disk)
    var corpus = try lane.corpus(isLarge: isLarge)
    var states = [IndexState.none]
    var versions: [String] = []
    for share in isLarge ? [0, 0.05, 0.95] : [0, 0.1, 0, 0.3, 0.02] {
      if !versions.isEmpty, share > 0 { corpus.edit(share: share) }
      let version = "\(isLarge ? "large" : "small")-\(versions.count)"
      try lane.write(corpus.ndjson, version: version)
      try lane.use(version)
      try lane.runUndisturbed(interposer.environment(folder: lane.program.disk, trace: file))
      try Trace.acknowledge(in: file)
      versions.append(version)
      states.append(try lane.state())
    }
    return History(trace: try Trace(file: file), states: states, versions: versions)
  }

  private init(trace: Trace, states: [IndexState], versions: [String]) {
    self.trace = trace
    self.states = states
    self.versions = versions
    turningPoints = trace.operations.indices.filter { place in
      switch trace.operations[place] {
      case .write, .resize: false
      default: place > 0
      }
    }
  }

  /// Where a power cut falls: half of the time just before or after a turning point.
  func cut(_ random: inout Seeded) -> Int {
    if Bool.random(using: &random), let point = turningPoints.randomElement(using: &random) {
      return Bool.random(using: &random) ? point : point + 1
    }
    return Int.random(in: 1...trace.operations.count, using: &random)
  }
}
