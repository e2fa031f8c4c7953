import Foundation

/// One disturbance of the indexer.
public enum Disturbance: Sendable {
  /// A signal in the middle of the run; sometimes the next run gets one too.
  case kill
  /// The power goes during one of several runs.
  case powerCut(isLarge: Bool)
  /// The disk is full when this share of what an undisturbed run takes is written.
  case fullDisk(share: Double)
  /// The n-th call of a kind gets EIO, and all later ones where it is lasting. For n a share of all such calls:
  /// `failureAtShare`.
  case failure(Interposer.Kind, at: Int, isLasting: Bool)
  case failureAtShare(Interposer.Kind, Double, isLasting: Bool)
  /// The run may have so many files open.
  case descriptors(Int)
  /// So many runs begin at the same time.
  case starts(Int)
}

/// A disturbance, what is disturbed, and where it is told of.
public struct Trial: Sendable {
  /// The row of the report.
  public var row: String
  /// Within the row, from 1.
  public var number: Int
  /// Of all that is random in it.
  public var seed: UInt64
  /// What is disturbed; a power cut has runs of its own.
  public var scene: SceneKind
  /// What is done.
  public var disturbance: Disturbance
}

/// What came of a trial.
public struct Outcome: Sendable {
  /// A thing that should not be.
  public struct Problem: Sendable {
    /// How bad it is.
    public enum Kind: String, Sendable {
      /// The index holds neither what was acknowledged nor a later committed state; or the next run did not make it
      /// equal to a fresh build.
      case lost
      /// The index cannot be opened or searched.
      case unreadable
      /// A batch of the run is committed and another is not: nothing is wrong with that, but runs this small should
      /// have one batch.
      case partial
      /// A wrong exit code, a reader's error, a next run that fails.
      case other
    }
    /// How bad it is.
    public var kind: Kind
    /// What was found.
    public var words: String
  }

  /// All that were found.
  public var problems: [Problem] = []
  /// Whether the disturbance took effect before the run had ended.
  public var hasStruck = false
  /// Searches made all the while.
  public var searches = 0

  /// Whether nothing has to be looked into.
  var isRight: Bool { problems.allSatisfy { $0.kind == .partial } }

  mutating func add(_ kind: Problem.Kind, _ words: String) { problems.append(Problem(kind: kind, words: words)) }
}
