import Foundation
import TestTools

extension Lane {
  /// Disturbs a run, looks at what is left, lets the next run complete it, and looks again.
  ///
  /// - Parameter kept: where the disk is copied to when something is wrong.
  func perform(_ trial: Trial, keeping kept: String) throws -> Outcome {
    var random = Seeded(seed: trial.seed)
    if case .powerCut(let isLarge) = trial.disturbance {
      let history = try history(isLarge: isLarge)
      let journal = Bool.random(using: &random) ? PowerCut.Journal.one : .perFolder
      let cut = try PowerCut(
        history.trace, at: history.cut(&random), seed: random.next(), journal: journal)
      return try examine(cut, of: history, keeping: kept)
    }
    for _ in 1..<Lane.maximumKills {
      let outcome = try disturb(trial, &random, keeping: kept)
      // A signal that came after the end of the run has tried nothing.
      guard case .kill = trial.disturbance, !outcome.hasStruck, outcome.isRight else { return outcome }
      shorten(trial.scene)
    }
    return try disturb(trial, &random, keeping: kept)
  }

  private static let maximumKills = 6

  private func disturb(_ trial: Trial, _ random: inout Seeded, keeping kept: String) throws -> Outcome {
    var outcome = Outcome()
    let scene = try scene(trial.scene)
    try restore(scene)
    let reader = SearchLoop(program, mayBeAbsent: !scene.kind.hasIndex)
    let isAcknowledged = try disturb(trial.disturbance, scene, &random, &outcome)
    judge(
      before: isAcknowledged ? nil : scene.before, after: scene.after,
      mayBeAbsent: !scene.kind.hasIndex && !isAcknowledged, &outcome)
    try complete(scene.after, keeping: kept, &outcome)
    let told = reader.stop()
    outcome.searches = told.searches
    if let error = told.errors.first { outcome.add(.other, "\(told.errors.count) searches failed: \(error)") }
    return outcome
  }

  /// What a power cut left, in place of the disk on which the runs were.
  func examine(_ cut: PowerCut, of history: History, keeping kept: String) throws -> Outcome {
    var outcome = Outcome()
    let run = min(cut.acknowledged, history.versions.count - 1)
    outcome.hasStruck = cut.acknowledged == run
    try clear()
    try cut.write(to: program.disk)
    try use(history.versions[run])
    judge(
      before: outcome.hasStruck ? history.states[run] : nil, after: history.states[run + 1],
      mayBeAbsent: cut.acknowledged == 0, &outcome)
    try complete(history.states[run + 1], keeping: kept, &outcome)
    return outcome
  }

  /// The runs, recorded at their first use.
  func history(isLarge: Bool) throws -> History {
    if let history = histories[isLarge] { return history }
    let history = try History.record(in: self, isLarge: isLarge)
    histories[isLarge] = history
    return history
  }

  private func judge(before: IndexState?, after: IndexState, mayBeAbsent: Bool, _ outcome: inout Outcome) {
    do {
      switch try state().fault(before: before, after: after) {
      case .lost(let words): outcome.add(.lost, words)
      case .partial(let words): outcome.add(.partial, words)
      case nil: break
      }
    } catch {
      outcome.add(.unreadable, "\(error)")
    }
    switch program.search() {
    case .found: break
    case .noIndex where mayBeAbsent: break
    case .noIndex: outcome.add(.unreadable, "no index")
    case .failed(let result): outcome.add(.unreadable, "search: \(result.words)")
    }
    do {
      let status = try program.run(["status", "--index", program.index])
      if status.status != 0, !(mayBeAbsent && status.status == 66) {
        outcome.add(.unreadable, "status: \(status.words)")
      }
    } catch {
      outcome.add(.other, "status: \(error)")
    }
  }

  /// The next run, which nothing disturbs.
  private func complete(_ wanted: IndexState, keeping kept: String, _ outcome: inout Outcome) throws {
    let wasRight = outcome.isRight
    if !wasRight { try keep(kept) }
    let result = try program.run(Program.indexing(program.source, program.index))
    if result.status != 0 { outcome.add(.other, "the next run: \(result.words)") }
    var later = Outcome()
    judge(before: nil, after: wanted, mayBeAbsent: false, &later)
    for problem in later.problems { outcome.add(problem.kind, "after the next run: \(problem.words)") }
    if wasRight, !outcome.isRight { try keep(kept) }
  }

  private func keep(_ kept: String) throws {
    try FileManager.default.createDirectory(
      atPath: (kept as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try copy(program.disk, to: kept)
  }
}
