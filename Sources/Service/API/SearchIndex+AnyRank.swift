import Searching

extension SearchIndex {
  /// The answer to a request, whatever it ranks, and whether the time limit cut it.
  func answer(_ request: SearchRequest) throws -> (value: any Encodable & Sendable, isPartial: Bool) {
    func both<Result>(_ answer: SearchResponse<Result>) -> (any Encodable & Sendable, Bool) {
      (answer, answer.isPartial)
    }
    return switch request.rank {
    case .debates: both(try debates(request))
    case .passages: both(try passages(request))
    case .speakers: both(try speakers(request))
    case .expertises: both(try expertises(request))
    }
  }
}
