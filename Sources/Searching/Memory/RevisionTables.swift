import Schema
import Synchronization

/// What is known of one revision of an index, for everybody of one audience who reads it: each table is made when it is
/// first asked for.
final class RevisionTables: Sendable {
  let columns = Once<Columns>()
  /// The length of every passage, by document number.
  let lengths = Once<[UInt32]>()
  let spelling = Once<Spelling>()
  let completions = Once<CompletionTable>()
  let names: [FieldQuery.Label: Once<NameTable>]
  let overview = Once<IndexOverview>()
  let debates = Cache<String, StoredDebate>(limit: 20_000)
  let frequencies = Cache<String, UInt32>(limit: 200_000)
  let keyTerms = Cache<KeyTermsOfDebate.Key, KeyTermsOfDebate>(limit: 500)
  let outlines = Cache<Int, DebateOutline>(limit: 500)
  /// How many answers were given without columns.
  let answers = Atomic<Int>(0)
  /// Of the revision before, to be offered while those of this one are made.
  let outdated: OutdatedTables?

  init(outdated: OutdatedTables? = nil) {
    self.outdated = outdated
    names = FieldQuery.Label.allCases.reduce(into: [:]) { $0[$1] = Once() }
  }
}

/// What somebody who types may be offered a moment longer than it holds: it tells nothing of counts or ranks.
struct OutdatedTables: Sendable {
  var spelling: Spelling?
  var completions: CompletionTable?
  /// Since when there is a newer revision.
  var since: ContinuousClock.Instant

  /// How long it is offered at most.
  private static let patience = Duration.seconds(60)

  /// Whether it may still be offered.
  var isOffered: Bool { .now - since < OutdatedTables.patience }
}
