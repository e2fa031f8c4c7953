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
  /// Of the revision that is open.
  private var memory = Memory()

  /// What is kept of a revision while it is the newest.
  private struct Memory {
    var columns: Columns?
    var lengths: [UInt32]?
    var debates: [String: StoredDebate] = [:]
    var frequencies: [String: UInt32] = [:]
    var phrases: [[String]: PhrasePostings] = [:]
    var spelling: Spelling?
    var completions: CompletionTable?
    /// What was found last, since its counts are asked for several times.
    var grouped: (found: DocumentSet, byDebate: FoundByDebate)?
    /// How many answers it has given.
    var answers = 0
  }

  /// A class around a handle, since arrays hold only copyable values.
  final class ReaderBox {
    var handle: Reader
    init(_ paths: [String]) throws(XapianError) { handle = try Reader(paths: paths) }
  }

  /// What is open of a generation.
  private struct Databases {
    let reader: ReaderBox
    let states: [ReaderBox]
  }

  var reader: ReaderBox { databases.reader }
  /// One reader per database, for state, which does not combine.
  var states: [ReaderBox] { databases.states }

  /// - Parameter audience: whom to answer; members see everything, the public what is public.
  /// - Throws: `IndexError`, `AnalysisError`.
  public init(
    path: String, audience: Audience = .everyone, parameters: RankingParameters = RankingParameters()
  ) throws {
    self.path = path
    self.audience = audience
    self.parameters = parameters
    analyzer = try Analyzer()
    databases = try SearchIndex.open(path, audience)
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
      if paths.count == 1 { return Databases(reader: reader, states: [reader]) }
      return Databases(reader: reader, states: try paths.map { (path) throws(XapianError) in try ReaderBox([path]) })
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

  /// What is stored of a debate; nil for an unknown id, or one that this audience may not see.
  /// - Throws: `IndexError`.
  public func debate(_ id: String) throws -> StoredDebate? {
    try inOneRevision { try stored(id) }
  }

  func stored(_ id: String) throws -> StoredDebate? {
    if let known = memory.debates[id] { return known }
    for state in states {
      guard let json = try state.handle.metadata(StateKey.debate(id)) else { continue }
      var stored = try StoredJSON.decode(StoredDebate.self, from: json)
      guard stored.id == id else { continue }
      // What only the next run needs.
      stored.record = nil
      stored.gathered = nil
      if memory.debates.count >= SearchIndex.maximumDebatesKept { memory.debates = [:] }
      memory.debates[id] = stored
      return stored
    }
    return nil
  }

  /// In how many passages a term is. The same terms are asked for again and again.
  func frequency(ofTerm term: String) throws -> UInt32 {
    if let known = memory.frequencies[term] { return known }
    let frequency = try reader.handle.frequency(ofTerm: term)
    if memory.frequencies.count >= SearchIndex.maximumFrequenciesKept { memory.frequencies = [:] }
    memory.frequencies[term] = frequency
    return frequency
  }

  /// Where a phrase stands that the site's words name.
  private func knownPostings(ofPhrase words: [String]) throws -> PhrasePostings {
    if let known = memory.phrases[words] { return known }
    let postings = try postings(ofPhrase: words)
    if memory.phrases.count >= SearchIndex.maximumPhrasesKept { memory.phrases = [:] }
    memory.phrases[words] = postings
    return postings
  }

  /// The length of every passage, by document number.
  func documentLengths() throws -> [UInt32] {
    if let known = memory.columns?.lengths ?? memory.lengths { return known }
    let lengths = try reader.handle.documentLengths()
    memory.lengths = lengths
    return lengths
  }

  /// The columns of all passages; they are read when they are first asked for.
  func columns() throws -> Columns {
    if let columns = memory.columns { return columns }
    let columns = try Columns(reader.handle)
    memory.columns = columns
    return columns
  }

  /// What tells misspelt words; it is read when it is first asked for.
  func spelling() throws -> Spelling {
    if let spelling = memory.spelling { return spelling }
    let spelling = try Spelling(reader.handle, analyzer)
    memory.spelling = spelling
    return spelling
  }

  /// What completes what is typed; it is read when it is first asked for.
  func completionTable() throws -> CompletionTable {
    if let completions = memory.completions { return completions }
    let completions = try CompletionTable(self)
    memory.completions = completions
    return completions
  }

  /// The columns, when they are in memory, or when this process asks often enough for them to be read; nil where it is
  /// faster to read the values of a few passages.
  func columnsWhenWorthwhile() throws -> Columns? {
    memory.answers += 1
    return memory.columns == nil && memory.answers < SearchIndex.answersWithoutColumns ? nil : try columns()
  }

  /// What is found, by debate.
  func byDebate(_ found: DocumentSet) throws -> FoundByDebate {
    if let known = memory.grouped, known.found == found { return known.byDebate }
    let grouped = FoundByDebate(found, try columns(), exactPassages: FacetCounter.exactPassages)
    memory.grouped = (found, grouped)
    return grouped
  }

  /// The columns, when they are in memory.
  var knownColumns: Columns? { memory.columns }

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
  func inOneRevision<Result>(_ body: () throws -> Result) throws -> Result {
    var tries = 0
    while true {
      do {
        // At once: the next one may fail, and then this one has moved already.
        if try reader.handle.reopen() { memory = Memory() }
        for state in states where state !== reader { if try state.handle.reopen() { memory = Memory() } }
        return try body()
      } catch let error as XapianError where error.code == .modified && tries < SearchIndex.maximumRetries {
        tries += 1
        memory = Memory()
      } catch let error as XapianError
        where [.notFound, .opening].contains(error.code) && tries < SearchIndex.maximumRetries
      {
        // The generation has gone, and another has taken its place.
        tries += 1
        memory = Memory()
        databases = try SearchIndex.open(path, audience)
      } catch let error as XapianError {
        throw IndexError.storage(error)
      } catch let error as DecodingError {
        throw IndexError.corrupt(path, what: "a stored passage (\(error))")
      }
    }
  }

  private static let maximumRetries = 3
  private static let maximumDebatesKept = 20_000
  private static let maximumFrequenciesKept = 200_000
  private static let maximumPhrasesKept = 1000
  private static let answersWithoutColumns = 3
}
