public import Schema
import Xapian

/// A look at what is inside the databases. Run it in a process of its own: damaged files may end it.
public enum Examination: String, Sendable, CaseIterable {
  /// The format and the analysis.
  case schema
  /// Xapian's own check of its tables.
  case structure
  /// Every posting from both sides, and every passage against its checksum.
  case content
  /// What is stored of each debate, and how many passages it has.
  case debates
  /// Passages must be found by their words.
  case canary

  /// What the examination finds in a generation.
  ///
  /// - Parameters:
  ///   - audience: whose database; `structure` and `content` look at one, the others at all.
  ///   - onProgress: called with how much is done, 0...1.
  public func results(
    _ layout: IndexLayout, generation: String, audience: Audience?, onProgress: (Double) -> Void
  ) -> [CheckResult] {
    let audience = audience ?? .everyone
    let path = layout.database(audience, in: generation)
    do {
      switch self {
      case .schema: return [try SchemaExamination.result(layout, generation)]
      case .structure: return [try StructureExamination.result(path, audience)]
      case .content: return try ContentExamination.results(path, audience, onProgress)
      case .debates: return try DebatesExamination.results(layout, generation)
      case .canary: return [try CanaryExamination.result(layout, generation)]
      }
    } catch {
      let concerned = self == .structure || self == .content ? audience : nil
      return [CheckResult(rawValue, concerned, faults: Faults("cannot be read: \(error)"))]
    }
  }
}
