import Analysis
import Schema
import Xapian

/// What is kept of a revision of the index while it is the newest.
struct RevisionMemory {
  var columns: Columns?
  var lengths: [UInt32]?
  var debates: [String: StoredDebate] = [:]
  var frequencies: [String: UInt32] = [:]
  var phrases: [[String]: PhrasePostings] = [:]
  var names: [FieldQuery.Label: NameTable] = [:]
  var spelling: Spelling?
  var completions: CompletionTable?
  var outlines: [Int: DebateOutline] = [:]
  var overview: IndexOverview?
  /// What was found last, since its counts are asked for several times.
  var grouped: (found: DocumentSet, byDebate: FoundByDebate)?
  /// How many answers it has given.
  var answers = 0
}

extension SearchIndex {
  /// What is stored of a debate; nil for an unknown id, or one that this audience may not see.
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
  func knownPostings(ofPhrase words: [String]) throws -> PhrasePostings {
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

  /// The entries that values of a label mean, each once.
  func entries(of label: FieldQuery.Label, meantBy values: [String], _ columns: Columns) -> [Int] {
    let names = nameTable(of: label, columns)
    return Array(Set(values.flatMap(names.entries)))
  }

  /// The names of the entries that a label speaks of; folded when they are first asked for.
  func nameTable(of label: FieldQuery.Label, _ columns: Columns) -> NameTable {
    let names = memory.names[label] ?? NameTable(columns.names(of: label), analyzer)
    memory.names[label] = names
    return names
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

  private static let maximumDebatesKept = 20_000
  private static let maximumFrequenciesKept = 200_000
  private static let maximumPhrasesKept = 1000
  private static let answersWithoutColumns = 3
}
