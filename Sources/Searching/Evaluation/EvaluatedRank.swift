/// What an evaluation ranks.
public enum EvaluatedRank: String, Sendable, CaseIterable {
  case debates
  case passages
  case speakers
  case expertises
  /// Debates connected with the one that the query's `exclude` names, or with the query's text when the index has no
  /// such debate.
  case related
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

  /// Gives a full answer, with evidence and snippets, for nobody to read.
  ///
  /// - Throws: `IndexError`.
  func answer(_ query: EvaluationQuery, by rank: EvaluatedRank, limit: Int) throws {
    var request = SearchRequest(query.text)
    request.limit = limit
    switch rank {
    case .debates: _ = try debates(request)
    case .passages: _ = try passages(request)
    case .speakers: _ = try speakers(request)
    case .expertises: _ = try expertises(request)
    case .related:
      var request = RelatedRequest()
      request.limit = limit
      guard try query.exclude.flatMap({ try related(toDebate: $0, request) }) == nil else { return }
      _ = try related(toText: query.text, request)
    }
  }
}
