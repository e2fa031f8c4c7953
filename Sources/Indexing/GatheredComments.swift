import Debates
import Foundation

/// Comments of feeds that are joined to a debate whose source holds the rest of it.
enum GatheredComments {
  /// What is stored, read back; none when it cannot be read.
  static func comments(in stored: String?) -> [Comment] {
    guard let stored, case .debate(let debate)? = try? RecordDecoder().decode(Data(stored.utf8)).record else {
      return []
    }
    return debate.comments
  }

  /// Adds to a debate what earlier runs have joined and its feeds hold no more.
  ///
  /// - Returns: all that feeds have told so far, as it is stored; nil when they have told nothing.
  static func join(_ latest: [Comment], after earlier: [Comment], to debate: inout Debate) throws -> String? {
    guard !latest.isEmpty || !earlier.isEmpty else { return nil }
    var all = Debate(id: debate.id, title: "")
    all.add(comments: earlier)
    all.add(comments: latest)
    debate.add(comments: all.comments)
    return String(decoding: try all.canonicalJSON(), as: UTF8.self)
  }
}
