import Foundation

/// What a disturbed run is about to do.
public enum SceneKind: String, CaseIterable, Sendable {
  /// Changes a tenth of a small index.
  case update
  /// Makes a small index.
  case first
  /// Makes an index of so much text that it is written in segments.
  case segments
  /// Changes almost all of a large index.
  case rewrite

  var isLarge: Bool { self == .segments || self == .rewrite }
  var hasIndex: Bool { self == .update || self == .rewrite }
}

/// A scene as one lane has made it ready: the sources, the index before, and what is right before and after.
struct Scene {
  let kind: SceneKind
  /// The versions of the source, by name.
  let oldSource: String
  let newSource: String
  let before: IndexState
  let after: IndexState
  /// Of an undisturbed run, as far as is known: on a busy machine one differs from the next.
  var seconds: Double
  let tally: Interposer.Tally?
}

/// Bytes of text in a scene.
public struct Sizes: Sendable {
  /// Of `update` and `first`.
  public var small = 300_000
  /// Of `segments` and `rewrite`: over what makes a run choose segments.
  public var large = 9_500_000

  /// The defaults.
  public init() {}
}
