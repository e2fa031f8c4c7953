/// What an evaluation ranks.
public enum EvaluatedRank: String, Sendable, CaseIterable {
  case debates
  case passages
  case speakers
  case expertises
  /// Debates connected with the one that the query's `exclude` names, or with the query's text when the index has no
  /// such debate.
  case related

  /// What gives a full answer, with evidence and snippets; nil for a rank that has none.
  var answer: ((SearchIndex, SearchRequest) throws -> Void)? {
    switch self {
    case .debates: { index, request in _ = try index.debates(request) }
    case .passages: { index, request in _ = try index.passages(request) }
    case .speakers, .expertises, .related: nil
    }
  }

  /// Whether `Evaluation` can time full answers.
  public var hasAnswers: Bool { answer != nil }
}

extension SearchIndex {
  /// The best results for a query, with what their scores are made of.
  ///
  /// - Throws: `IndexError`.
  public func ranking(_ query: EvaluationQuery, by rank: EvaluatedRank, limit: Int) throws -> [RankedResult] {
    switch rank {
    case .debates: try rankedDebates(query.text, limit: limit)
    case .passages: try rankedPassages(query.text, limit: limit)
    case .speakers: try rankedSpeakers(query.text, limit: limit)
    case .expertises: try rankedExpertises(query.text, limit: limit)
    case .related: try rankedRelated(to: query.exclude, orTo: query.text, limit: limit)
    }
  }
}
