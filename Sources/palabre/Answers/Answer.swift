import Searching

/// An answer, whatever it ranks.
enum Answer {
  case debates(SearchResponse<DebateResult>)
  case passages(SearchResponse<PassageResult>)
  case speakers(SearchResponse<SpeakerResult>)
  case expertises(SearchResponse<ExpertiseResult>)

  /// Asks an index.
  /// - Throws: `IndexError`, `SearchError`.
  init(_ request: SearchRequest, from index: SearchIndex) throws {
    switch request.rank {
    case .debates: self = .debates(try index.debates(request))
    case .passages: self = .passages(try index.passages(request))
    case .speakers: self = .speakers(try index.speakers(request))
    case .expertises: self = .expertises(try index.expertises(request))
    }
  }

  /// What all kinds have in common.
  var summary: AnswerSummary {
    switch self {
    case .debates(let answer): AnswerSummary(answer, of: "debate")
    case .passages(let answer): AnswerSummary(answer, of: "passage")
    case .speakers(let answer): AnswerSummary(answer, of: "speaker")
    case .expertises(let answer): AnswerSummary(answer, of: "expertise")
    }
  }

  /// Where each result can be seen: the place that shows best why it was found.
  var addresses: [String?] {
    switch self {
    case .debates(let answer): answer.results.map { $0.passages.first?.url ?? $0.url }
    case .passages(let answer): answer.results.map(\.url)
    case .speakers(let answer): answer.results.map { $0.evidence.first?.passage.url }
    case .expertises(let answer): answer.results.map { $0.evidence.first?.passage.url }
    }
  }

  /// The debate of each result, by id.
  var debates: [String?] {
    switch self {
    case .debates(let answer): answer.results.map(\.id)
    case .passages(let answer): answer.results.map { $0.debate?.id }
    case .speakers(let answer): answer.results.map { $0.evidence.first?.debate?.id }
    case .expertises(let answer): answer.results.map { $0.evidence.first?.debate?.id }
    }
  }

  func printJSON() throws {
    switch self {
    case .debates(let answer): try JSONOutput.print(answer)
    case .passages(let answer): try JSONOutput.print(answer)
    case .speakers(let answer): try JSONOutput.print(answer)
    case .expertises(let answer): try JSONOutput.print(answer)
    }
  }
}

/// An answer without its results.
struct AnswerSummary {
  /// What a result is called.
  var noun: String
  var query: String
  var total: Int
  var isEstimate: Bool
  var tookMilliseconds: Double
  /// Results of this page.
  var shown: Int
  var facets: [String: FacetResult]
  var suggestion: String?
  var notes: [QueryNote]
  var next: String?
  var isPartial: Bool
  var help: SearchHelp?

  init<Result>(_ answer: SearchResponse<Result>, of noun: String) {
    self.noun = noun
    query = answer.query
    total = answer.total
    isEstimate = answer.estimated
    tookMilliseconds = answer.tookMilliseconds
    shown = answer.results.count
    facets = answer.facets
    suggestion = answer.suggestion
    notes = answer.notes
    next = answer.next
    isPartial = answer.isPartial
    help = answer.help
  }

  /// A better spelling that nobody has acted on yet.
  var openSuggestion: String? { help?.instead == nil ? suggestion : nil }
}
