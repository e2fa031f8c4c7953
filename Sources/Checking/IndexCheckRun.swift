import Foundation
public import Schema

/// Looks whether an index is as it was written.
///
/// Nothing of a damaged file can be trusted, not even to be read to an end: each examination runs in a process of its
/// own, which may die. This one opens no database.
public struct IndexCheckRun {
  /// Runs an examination apart, and gives what it found.
  public typealias Examiner = (
    _ examination: Examination, _ audience: Audience?, _ onProgress: (Double) -> Void
  ) throws -> [CheckResult]

  private static let maximumTries = 3

  private let layout: IndexLayout
  private let isQuick: Bool

  /// - Parameter isQuick: leaves out what reads the whole index.
  public init(path: String, isQuick: Bool = false) {
    layout = IndexLayout(root: path)
    self.isQuick = isQuick
  }

  /// - Parameter onProgress: called with what is being looked at and how much of it is done, 0...1.
  /// - Throws: `IndexError.notFound`, `.isFile`, `.notAnIndex` where nothing is that could be damaged; what `examine`
  ///   throws.
  public func run(
    onProgress: @escaping (Examination, Audience?, Double) -> Void = { _, _, _ in }, examine: Examiner
  ) throws -> CheckReport {
    let started = Date()
    var repetitions = 0
    var replacements = 0
    while true {
      let layoutCheck = try LayoutCheck(layout)
      var report = CheckReport(
        index: layout.root, generation: layoutCheck.generation, results: [layoutCheck.result],
        notices: layoutCheck.notices)
      if let generation = layoutCheck.generation {
        for (examination, audience) in plan(generation) where isCurrent(generation) {
          report.results += try settled(examination, audience, generation, onProgress, &repetitions, examine)
        }
        // A run has put another generation in its place.
        if !isCurrent(generation) {
          replacements += 1
          repetitions += 1
          if replacements < Self.maximumTries { continue }
          report.results = report.results.map(\.unsettled)
          report.results[0].outcome = .unsettled
        }
      }
      report.repetitions = repetitions
      report.duration = Date().timeIntervalSince(started)
      return report
    }
  }

  private func plan(_ generation: String) -> [(Examination, Audience?)] {
    let audiences = Audience.allCases.filter { layout.has($0, in: generation) }
    let whole: [Examination] = isQuick ? [] : [.structure, .content]
    return [(.schema, nil)] + audiences.flatMap { audience in whole.map { ($0, audience) } }
      + [(.debates, nil), (.canary, nil)]
  }

  /// Repeats an examination that found faults while a run was committing: what it read may be of two commits.
  private func settled(
    _ examination: Examination, _ audience: Audience?, _ generation: String,
    _ onProgress: @escaping (Examination, Audience?, Double) -> Void, _ repetitions: inout Int, _ examine: Examiner
  ) throws -> [CheckResult] {
    var tries = 0
    while true {
      let before = stamp(generation)
      let results = try examine(examination, audience) { onProgress(examination, audience, $0) }
      let isSound = results.allSatisfy { $0.outcome == .sound }
      if isSound || !isCurrent(generation) || stamp(generation) == before { return results }
      tries += 1
      if tries == Self.maximumTries {
        return results.map(\.unsettled)
      }
      repetitions += 1
    }
  }

  private func isCurrent(_ generation: String) -> Bool { (try? layout.generation()) == generation }

  /// What each commit changes: Xapian's version files.
  private func stamp(_ generation: String) -> [Data?] {
    Audience.allCases.map {
      FileManager.default.contents(atPath: layout.database($0, in: generation) + "/iamglass")
    }
  }
}
