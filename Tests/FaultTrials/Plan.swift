import TestTools

extension Sweep {
  /// The kinds of trials by the names of their rows.
  public static let kinds = ["kills", "cuts", "enospc", "eio", "descriptors", "starts"]

  /// The trials of a sweep.
  ///
  /// - Parameters:
  ///   - kinds: those of ``kinds`` to plan.
  ///   - large: whether there are trials of large runs, too.
  public static func plan(_ counts: Counts, kinds: [String], seed: UInt64, large: Bool = true) -> [Trial] {
    var plan = Planner(random: Seeded(seed: seed), hasLarge: large)
    if kinds.contains("kills") {
      plan.add("kills", counts.kills) { number, scene in (scene, .kill) }
    }
    if kinds.contains("cuts") {
      plan.add("power cuts", counts.cuts) { _, scene in (scene, .powerCut(isLarge: scene.isLarge)) }
    }
    if kinds.contains("enospc") {
      plan.add("disk full", counts.fullDisks) { number, scene in
        (scene, .fullDisk(share: (Double(number) - 0.5) / Double(max(1, counts.fullDisks))))
      }
    }
    if kinds.contains("eio") { plan.addFailures(counts.failures) }
    if kinds.contains("descriptors") {
      plan.add("few descriptors", counts.fullDisks) { number, scene in
        (scene, .descriptors(scene.isLarge ? 12 * number : 2 + 2 * number))
      }
    }
    if kinds.contains("starts"), counts.starts > 0 {
      plan.add("\(counts.starts) starts at a time", 2) { number, _ in
        (number == 1 ? .first : .update, .starts(counts.starts))
      }
    }
    return plan.trials
  }
}

private struct Planner {
  var random: Seeded
  let hasLarge: Bool
  var trials: [Trial] = []

  mutating func add(_ row: String, _ count: Int, _ make: (Int, SceneKind) -> (SceneKind, Disturbance)) {
    for number in 1...max(1, count) where number <= count {
      let (scene, disturbance) = make(number, scene(number))
      trials.append(
        Trial(row: row, number: number, seed: random.next(), scene: scene, disturbance: disturbance))
    }
  }

  /// Of ten trials two are of large runs, which take twenty times as long.
  private func scene(_ number: Int) -> SceneKind {
    switch number % 10 {
    case 4 where hasLarge: .segments
    case 9 where hasLarge: .rewrite
    case 1, 3, 6: .first
    default: .update
    }
  }

  /// Each of the first writes, then all kinds of calls over whole runs.
  mutating func addFailures(_ count: Int) {
    add("EIO, writes", count) { number, _ in (.update, .failure(.write, at: number, isLasting: number % 2 == 0)) }
    for kind in Interposer.Kind.allCases {
      add("EIO, any \(kind.rawValue)", count / 5) { number, scene in
        let share = (Double(number) - 0.5) / Double(max(1, count / 5))
        return (scene, .failureAtShare(kind, share, isLasting: number % 2 == 0))
      }
    }
  }
}
