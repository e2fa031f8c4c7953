import Analysis
import Debates
import Foundation
public import Schema
import Xapian

/// An index opened for reading by one audience. Belongs to one thread.
///
/// ```swift
/// let index = try SearchIndex(path: "palabre.index")
/// for debate in try index.debates(SearchRequest("salaire community manager")).results {
///   print(debate.title, debate.passages.first?.snippet ?? "")
/// }
/// ```
public final class SearchIndex {
  /// The constants that rank; other ones hold from the next answer on.
  public var parameters: RankingParameters
  /// What words mean where the index is used; other ones hold from the next answer on.
  public var siteWords = SiteWords()
  private var databases: Databases
  let analyzer: Analyzer
  private let path: String
  private let audience: Audience
  let shared: SharedMemory?
  /// Of the revision that is open.
  private(set) var tables = RevisionTables()
  var own = OwnMemory()
  private var key: RevisionKey?
  /// A short text that tells what the index answers from: it changes with every commit that is seen, and with every
  /// generation. Equal for copies of an index, and another one for another audience.
  public private(set) var revision = ""

  /// A class around a handle, since arrays hold only copyable values.
  final class ReaderBox {
    var handle: Reader
    init(_ paths: [String]) throws(XapianError) { handle = try Reader(paths: paths) }
  }

  /// What is open of a generation.
  private struct Databases {
    let reader: ReaderBox
    let states: [ReaderBox]
    /// The folder of each.
    let paths: [String]
  }

  var reader: ReaderBox { databases.reader }
  /// The folders of the databases.
  var paths: [String] { databases.paths }
  /// One reader per database, for state, which does not combine.
  var states: [ReaderBox] { databases.states }

  /// - Parameters:
  ///   - audience: whom to answer; members see everything, the public what is public.
  ///   - shared: where tables are shared with other indexes of the process; nil to have them alone.
  /// - Throws: `IndexError`, `AnalysisError`.
  public init(
    path: String, audience: Audience = .everyone, parameters: RankingParameters = RankingParameters(),
    shared: SharedMemory? = nil
  ) throws {
    self.path = path
    self.audience = audience
    self.shared = shared
    self.parameters = parameters
    analyzer = try Analyzer()
    databases = try SearchIndex.open(path, audience)
    _ = try refreshed()
  }

  /// Opens the generation in use, and the next one when that takes its place before this one is open.
  private static func open(_ path: String, _ audience: Audience) throws -> Databases {
    let fingerprint = try AnalysisFingerprint.current()
    var tries = 0
    while true {
      do throws(IndexError) {
        return try openOnce(path, audience, fingerprint)
      } catch {
        guard isOvertaken(error), tries < maximumRetries else { throw error }
        tries += 1
      }
    }
  }

  private static func openOnce(
    _ path: String, _ audience: Audience, _ fingerprint: String
  ) throws(IndexError) -> Databases {
    let layout = IndexLayout(root: path)
    guard let generation = try layout.generation() else { throw .notFound(path) }
    try IndexCheck.verify(layout, generation: generation, fingerprint: fingerprint)
    let audiences: [Audience] = audience == .members ? [.everyone, .members] : [.everyone]
    let paths = audiences.filter { layout.has($0, in: generation) }.map { layout.database($0, in: generation) }
    do throws(XapianError) {
      let reader = try ReaderBox(paths)
      if paths.count == 1 { return Databases(reader: reader, states: [reader], paths: paths) }
      let states = try paths.map { (path) throws(XapianError) in try ReaderBox([path]) }
      return Databases(reader: reader, states: states, paths: paths)
    } catch {
      throw .storage(error)
    }
  }

  /// Whether commits may be the reason: of this generation, or of one that took its place.
  private static func isOvertaken(_ error: IndexError) -> Bool {
    if case .storage(let cause) = error { [.modified, .notFound, .opening].contains(cause.code) } else { false }
  }

  /// The tree of a query, as this index's analyzer understands it.
  public func parse(_ query: String) -> QueryTree { understood(query).tree }

  /// A query as this index's analyzer understands it, with what had to be made of it for that.
  public func understood(_ query: String) -> ParsedQuery {
    var parsed = QueryParser(analyzer: analyzer).parse(query)
    parsed.tree = siteWords.applied(to: parsed.tree)
    return parsed
  }

  /// What is stored of a debate, without what only the next run needs; nil for an unknown id, or one that this audience may not see.
  /// - Throws: `IndexError`.
  public func debate(_ id: String) throws -> StoredDebate? {
    try inOneRevision { try stored(id) }
  }

  func compiler() throws -> QueryCompiler {
    QueryCompiler(parameters: parameters, passages: try reader.handle.documentCount, expander: try expander())
  }

  func expander() throws -> WordExpander {
    WordExpander(
      parameters: parameters, analyzer: analyzer, languages: try languages(),
      frequency: { [unowned self] in try frequency(ofTerm: $0) },
      phrase: { [unowned self] in try knownPostings(ofPhrase: $0) })
  }

  /// The languages that the index has passages of.
  private func languages() throws -> Set<Language> {
    Set(try Language.allCases.filter { try frequency(ofTerm: Terms.id(.language, $0.rawValue)) > 0 })
  }

  /// Answers from one revision of the index, the newest: when commits have overtaken it before the end, the whole of
  /// `body` begins again on the next, since document numbers of one revision mean nothing in another.
  ///
  /// - Parameter leads: whether it looks for a newer revision even where others do so for it.
  func inOneRevision<Result>(leads: Bool = false, _ body: () throws -> Result) throws -> Result {
    // Who waits for the next question keeps no table from being let go.
    defer { if shared != nil { tables = RevisionTables() } }
    var tries = 0
    while true {
      do {
        if leads || tries > 0 || !staysWherePrepared() { try moveToNewest() }
        return try body()
      } catch let error as XapianError where error.code == .modified && tries < SearchIndex.maximumRetries {
        tries += 1
      } catch let error as XapianError
        where [.notFound, .opening].contains(error.code) && tries < SearchIndex.maximumRetries
      {
        // The generation has gone, and another has taken its place.
        tries += 1
        key = nil
        databases = try SearchIndex.open(path, audience)
      } catch let error as XapianError {
        throw IndexError.storage(error)
      } catch let error as DecodingError {
        throw IndexError.corrupt(path, what: "a stored passage (\(error))")
      }
    }
  }

  /// Whether the revision that is open is the newest of those that answers need not wait for; its tables are there then.
  private func staysWherePrepared() -> Bool {
    guard let shared, let key, let prepared = shared.prepared(key) else { return false }
    tables = prepared
    return true
  }

  /// What answers need of the revision that is open is in the shared memory.
  func notePrepared() {
    if let shared, let key { shared.prepare(key, tables) }
  }

  /// Moves all readers to the newest revision, and to the tables of it.
  ///
  /// The reader of several databases does not tell its revision; those of each do. A round in which none of them moves
  /// shows that all are at the same: a commit between two of them would have moved the later one.
  private func moveToNewest() throws(XapianError) {
    var rounds = 0
    var isSettled = false
    while !isSettled, rounds < SearchIndex.maximumRounds {
      rounds += 1
      isSettled = true
      for reader in states.filter({ $0 !== reader }) + [reader] where try reader.handle.reopen() {
        isSettled = false
        key = nil
      }
    }
    if let key, isSettled {
      if let shared { tables = shared.tables(of: key) }
      return
    }
    let key = try readKey()
    own = OwnMemory()
    // Where commits follow each other too fast to tell one from another, nothing is shared.
    tables = isSettled ? shared?.tables(of: key) ?? RevisionTables() : RevisionTables()
    self.key = isSettled ? key : nil
    revision = key.token
  }

  private func readKey() throws(XapianError) -> RevisionKey {
    var read: [RevisionKey.Database] = []
    for (state, path) in zip(states, databases.paths) {
      read.append(.init(path: path, uuid: try state.handle.uuid, revision: try state.handle.revision))
    }
    return RevisionKey(place: place, databases: read)
  }

  var place: RevisionKey.Place { RevisionKey.Place(path: path, audience: audience) }

  /// Looks for a newer revision of the index, and reads nothing of it.
  /// - Returns: `revision`.
  /// - Throws: `IndexError`.
  public func refreshed() throws -> String {
    shared?.note(lookFor: place)
    return try inOneRevision(leads: true) { revision }
  }

  private static let maximumRetries = 3
  private static let maximumRounds = 5
}
