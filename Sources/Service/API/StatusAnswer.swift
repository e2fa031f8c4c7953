import Foundation
import Searching

/// What `/api/status` says: of what anybody may see, and nothing of the machine.
struct StatusAnswer: Encodable, Sendable {
  var overview: IndexOverview
  /// When the service saw this revision first.
  var since: Date
  /// Changes with every commit.
  var revision: String

  enum CodingKeys: String, CodingKey { case since, revision }

  /// The keys of the overview, and when it changed.
  func encode(to encoder: any Encoder) throws {
    try overview.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(since, forKey: .since)
    try container.encode(revision, forKey: .revision)
  }
}
