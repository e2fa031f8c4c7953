import Foundation
import Synchronization

/// All trials of all kinds, in two lanes at the same time, and what came of them.
public struct Sweep: Sendable {
  /// How many trials of each kind.
  public struct Counts: Sendable {
    /// Runs that get a signal.
    public var kills = 200
    /// Cuts of the power.
    public var cuts = 100
    /// Sizes at which the disk is full, and limits on open files.
    public var fullDisks = 20
    /// First writes that fail, one in each run; a fifth as many of each kind of call.
    public var failures = 50
    /// Runs that begin at the same time.
    public var starts = 50

    /// The defaults.
    public init() {}
  }

  private let program: String
  private let repository: String
  private let folder: String
  private let seed: UInt64
  private let sizes: Sizes

  /// - Parameters:
  ///   - program: the path of `palabre`.
  ///   - folder: an empty one, for all that is written.
  public init(program: String, repository: String, folder: String, seed: UInt64, sizes: Sizes = Sizes()) {
    self.program = program
    self.repository = repository
    self.folder = folder
    self.seed = seed
    self.sizes = sizes
  }

  /// - Parameter onProblem: told at once of what should not be.
  /// - Throws: when there can be no trials, as with a program that fails undisturbed.
  public func run(
    _ trials: [Trial], onProblem: @Sendable (Trial, Outcome.Problem, _ kept: String) -> Void
  ) throws -> Report {
    let interposer = Interposer.isAvailable ? try Interposer(repository: repository, into: folder) : nil
    // Large scenes are made ready in one lane alone, as long as there are others for the other.
    let large = Queue(trials.filter(\.isLarge))
    let small = Queue(trials.filter { !$0.isLarge })
    let results = Mutex((report: Report(trials), failure: (any Error)?.none))
    DispatchQueue.concurrentPerform(iterations: 2) { number in
      do {
        let lane = try Lane(
          Program(path: program, lane: "\(folder)/lane-\(number)"), interposer, repository: repository, sizes: sizes,
          seed: seed)
        let (first, second) = number == 0 ? (small, large) : (large, small)
        while results.withLock({ $0.failure == nil }), let trial = first.take() ?? second.take() {
          let kept = "\(folder)/kept/\(trial.row.replacing(" ", with: "-"))-\(trial.number)"
          let outcome = try lane.perform(trial, keeping: kept)
          for problem in outcome.problems where problem.kind != .partial { onProblem(trial, problem, kept) }
          results.withLock { $0.report.add(outcome, of: trial) }
        }
      } catch {
        results.withLock { $0.failure = $0.failure ?? error }
      }
    }
    return try results.withLock { results in
      if let failure = results.failure { throw failure }
      return results.report
    }
  }

  private final class Queue: Sendable {
    private let rest: Mutex<ArraySlice<Trial>>
    init(_ trials: [Trial]) { rest = Mutex(trials[...]) }
    func take() -> Trial? { rest.withLock { $0.popFirst() } }
  }
}

extension Trial {
  fileprivate var isLarge: Bool {
    if case .powerCut(let isLarge) = disturbance { isLarge } else { scene.isLarge }
  }
}
