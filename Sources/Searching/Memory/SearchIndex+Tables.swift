import Analysis
import Schema
import Synchronization
import Xapian

extension SearchIndex {
  /// What is stored of a debate; nil for an unknown id, or one that this audience may not see.
  func stored(_ id: String) throws -> StoredDebate? {
    try tables.debates.value(id) {
      for state in states {
        guard let json = try state.handle.metadata(StateKey.debate(id)) else { continue }
        var stored = try StoredJSON.decode(StoredDebate.self, from: json)
        guard stored.id == id else { continue }
        // What only the next run needs.
        stored.record = nil
        stored.gathered = nil
        return stored
      }
      return nil
    }
  }

  /// In how many passages a term is. The same terms are asked for again and again.
  func frequency(ofTerm term: String) throws -> UInt32 {
    try tables.frequencies.value(term) { try reader.handle.frequency(ofTerm: term) } ?? 0
  }

  /// Where a phrase stands that the site's words name.
  func knownPostings(ofPhrase words: [String]) throws -> PhrasePostings {
    if let known = own.phrases[words] { return known }
    let postings = try postings(ofPhrase: words)
    if own.phrases.count >= SearchIndex.maximumPhrasesKept { own.phrases = [:] }
    own.phrases[words] = postings
    return postings
  }

  /// The length of every passage, by document number.
  func documentLengths() throws -> [UInt32] {
    if let columns = tables.columns.known { return columns.lengths }
    return try tables.lengths.value { try reader.handle.documentLengths() }
  }

  /// The columns of all passages; they are read when they are first asked for.
  func columns() throws -> Columns {
    try tables.columns.value { try Columns(reader.handle) }
  }

  /// The entries that values of a label mean, each once.
  func entries(of label: FieldQuery.Label, meantBy values: [String], _ columns: Columns) -> [Int] {
    let names = nameTable(of: label, columns)
    return Array(Set(values.flatMap { names.entries(meantBy: $0, analyzer) }))
  }

  /// The names of the entries that a label speaks of.
  func nameTable(of label: FieldQuery.Label, _ columns: Columns) -> NameTable {
    func make() -> NameTable { NameTable(columns.names(of: label)) }
    return tables.names[label]?.value(make) ?? make()
  }

  /// What tells misspelt words; it is read when it is first asked for.
  func spelling() throws -> Spelling {
    if tables.spelling.known == nil, let outdated = tables.outdated, outdated.isOffered,
      let spelling = outdated.spelling
    {
      return spelling
    }
    return try ownSpelling()
  }

  private func ownSpelling() throws -> Spelling {
    try tables.spelling.value { try Spelling(reader.handle, analyzer) }
  }

  /// What completes what is typed; it is read when it is first asked for.
  func completionTable() throws -> CompletionTable {
    if tables.completions.known == nil, let outdated = tables.outdated, outdated.isOffered,
      let completions = outdated.completions
    {
      return completions
    }
    return try ownCompletions()
  }

  private func ownCompletions() throws -> CompletionTable {
    try tables.completions.value { try CompletionTable(self) }
  }

  /// The columns, when they are in memory, or when this revision is asked often enough for them to be read; nil where it
  /// is faster to read the values of a few passages.
  func columnsWhenWorthwhile() throws -> Columns? {
    if let known = tables.columns.known { return known }
    let answers = tables.answers.add(1, ordering: .relaxed).newValue
    return answers < SearchIndex.answersWithoutColumns || !tables.columns.isFree ? nil : try columns()
  }

  /// What is found, by debate.
  func byDebate(_ found: DocumentSet) throws -> FoundByDebate {
    if let known = own.grouped, known.found == found { return known.byDebate }
    let grouped = FoundByDebate(found, try columns(), exactPassages: FacetCounter.exactPassages)
    own.grouped = (found, grouped)
    return grouped
  }

  /// The columns, when they are in memory.
  var knownColumns: Columns? { tables.columns.known }

  /// Reads all that answers from the newest revision will need: columns, completions, what tells misspelt words, names.
  /// With a shared memory, it is there for the other indexes from then on; a thread of its own should call this after
  /// each commit, so that nobody has to wait.
  /// - Throws: `IndexError`.
  public func warm() throws {
    try inOneRevision(leads: true) {
      shared?.expectWarming(of: place)
      let columns = try columns()
      _ = try documentLengths()
      _ = try knownOverview()
      // The rest may be of the revision before for a moment.
      notePrepared()
      _ = try ownSpelling()
      for label in FieldQuery.Label.allCases { nameTable(of: label, columns).prepare() }
      _ = try ownCompletions()
    }
  }

  private static let maximumPhrasesKept = 1000
  private static let answersWithoutColumns = 3
}

/// What an index keeps for itself of a revision.
struct OwnMemory {
  var phrases: [[String]: PhrasePostings] = [:]
  /// What was found last, since its counts are asked for several times.
  var grouped: (found: DocumentSet, byDebate: FoundByDebate)?
}
