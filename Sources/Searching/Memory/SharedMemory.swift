import Synchronization

/// Tables that indexes share which answer one audience from one path, in one process: each is made once for a revision,
/// by whoever needs it first, and those wait who need it too. Audiences, paths and revisions never share.
///
/// ```swift
/// let shared = SharedMemory()
/// // In each of some threads:
/// let index = try SearchIndex(path: "palabre.index", shared: shared)
/// ```
///
/// The tables of the newest revision are kept; those of another one as long as somebody answers from them. A thread that
/// calls `SearchIndex.warm()` after each commit makes them before they are asked for; until it has done so, completions
/// and corrections are those of the revision before, for a minute at most. Counts and ranks never are.
public final class SharedMemory: Sendable {
  private let places = Mutex<[RevisionKey.Place: Kept]>([:])
  private let leads: Bool

  /// Nothing yet.
  ///
  /// - Parameter leads: whether indexes stay at their revision until `SearchIndex.warm()` has read what the next one
  ///   needs, as long as somebody looks for one with `SearchIndex.refreshed()` every second: nobody waits then.
  public init(leads: Bool = false) { self.leads = leads }

  /// The tables of an index for one audience.
  private struct Kept {
    var newest: (key: RevisionKey, tables: RevisionTables)
    /// Those that somebody may still answer from.
    var others: [RevisionKey: WeakTables] = [:]
    /// Whether somebody makes the tables of each revision before they are asked for.
    var isWarmed = false
    /// The newest revision that answers need not wait for, with its tables, and when somebody looked for a newer one last.
    var prepared: (key: RevisionKey, tables: RevisionTables, looked: ContinuousClock.Instant)?
  }

  private struct WeakTables {
    weak var tables: RevisionTables?
  }

  /// The tables of a revision, whether anything is in them or not.
  func tables(of key: RevisionKey) -> RevisionTables {
    places.withLock { places in
      guard var kept = places[key.place] else {
        let tables = RevisionTables()
        places[key.place] = Kept(newest: (key, tables))
        return tables
      }
      if kept.newest.key == key { return kept.newest.tables }
      if let prepared = kept.prepared, prepared.key == key { return prepared.tables }
      if let tables = kept.others[key]?.tables { return tables }
      let tables = RevisionTables(outdated: kept.isWarmed ? SharedMemory.outdated(kept.newest.tables) : nil)
      kept.others = kept.others.filter { $0.value.tables != nil }
      kept.others[kept.newest.key] = WeakTables(tables: kept.newest.tables)
      kept.newest = (key, tables)
      places[key.place] = kept
      return tables
    }
  }

  /// The tables of a revision, where an index at it need not look for a newer one: nothing newer is prepared, and
  /// somebody looks for it; nil elsewhere.
  func prepared(_ key: RevisionKey) -> RevisionTables? {
    guard leads else { return nil }
    return places.withLock { places in
      guard let prepared = places[key.place]?.prepared, prepared.key == key,
        prepared.looked + SharedMemory.maximumLag > .now
      else { return nil }
      return prepared.tables
    }
  }

  /// Answers from a revision need not wait.
  func prepare(_ key: RevisionKey, _ tables: RevisionTables) {
    guard leads else { return }
    places.withLock { $0[key.place]?.prepared = (key, tables, .now) }
  }

  /// Somebody looks for a newer revision.
  func note(lookFor place: RevisionKey.Place) {
    places.withLock { $0[place]?.prepared?.looked = .now }
  }

  /// After so long without a look, indexes look for themselves.
  private static let maximumLag: Duration = .seconds(1)

  /// Somebody will make the tables of each revision of an index before they are asked for.
  func expectWarming(of place: RevisionKey.Place) {
    places.withLock { $0[place]?.isWarmed = true }
  }

  /// What of a revision may be offered while that of the next one is made.
  private static func outdated(_ tables: RevisionTables) -> OutdatedTables? {
    let (spelling, completions) = (tables.spelling.known, tables.completions.known)
    let before = tables.outdated
    if spelling == nil, completions == nil { return before }
    let isWhole = spelling != nil && completions != nil
    return OutdatedTables(
      spelling: spelling ?? before?.spelling, completions: completions ?? before?.completions,
      since: isWhole ? .now : before?.since ?? .now)
  }
}
