import Debates
import Schema

/// What tells a revision of what an audience sees of an index from any other.
struct RevisionKey: Hashable, Sendable {
  /// An index as one audience sees it.
  struct Place: Hashable, Sendable {
    var path: String
    var audience: Audience
  }

  /// A database at one of its commits.
  struct Database: Hashable, Sendable {
    var path: String
    var uuid: String
    var revision: UInt64
  }

  var place: Place
  /// All that the audience sees together.
  var databases: [Database]

  /// A short text that changes with every commit and every generation, and is the same for copies of an index.
  var token: String {
    var hash = ContentHash()
    hash.update(place.audience.rawValue)
    for database in databases { hash.update("\(database.uuid)@\(database.revision)") }
    return String(hash.low, radix: 36)
  }
}
