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

  /// Nothing yet.
  public init() {}

  /// The tables of an index for one audience.
  private struct Kept {
    var newest: (key: RevisionKey, tables: RevisionTables)
    /// Those that somebody may still answer from.
    var others: [RevisionKey: WeakTables] = [:]
    /// Whether somebody makes the tables of each revision before they are asked for.
    var isWarmed = false
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
      if let tables = kept.others[key]?.tables { return tables }
      let tables = RevisionTables(outdated: kept.isWarmed ? SharedMemory.outdated(kept.newest.tables) : nil)
      kept.others = kept.others.filter { $0.value.tables != nil }
      kept.others[kept.newest.key] = WeakTables(tables: kept.newest.tables)
      kept.newest = (key, tables)
      places[key.place] = kept
      return tables
    }
  }

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
