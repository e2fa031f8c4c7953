import ArgumentParser
import Foundation
import Schema
import Searching

/// What Benchmarks/hostile and Benchmarks/facets ask: an answer for every line of standard input, a request as JSON. Not
/// for people.
struct ReplayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "replay", shouldDisplay: false)

  @OptionGroup var index: IndexPath
  @Option var audience: Audience = .everyone

  /// A line of the input.
  private struct Line: Decodable {
    var query: String
    var rank: String?
    var sort: String?
    var facets: Bool?
    var limit: Int?
    var offset: Int?
    var after: String?
    /// Milliseconds.
    var timeLimit: Int?

    enum CodingKeys: String, CodingKey {
      case query, rank, sort, facets, limit, offset, after
      case timeLimit = "time_limit"
    }

    var request: SearchRequest {
      var request = SearchRequest(query)
      if let rank = rank.flatMap(SearchRequest.Rank.init) { request.rank = rank }
      if let sort = sort.flatMap({ SearchRequest.Sort(rawValue: $0) }) { request.sort = sort }
      if facets == true { request.facets = Facet.allCases }
      if let limit { request.limit = limit }
      if let offset { request.offset = offset }
      request.after = after
      request.timeLimit = timeLimit.map { .milliseconds($0) }
      return request
    }
  }

  /// A line of the output.
  private struct Answer: Encodable {
    var total: Int
    var partial: Bool
    var bytes: Int
    /// With the time to encode it.
    var milliseconds: Double

    enum CodingKeys: String, CodingKey {
      case total, partial, bytes
      case milliseconds = "took_ms"
    }
  }

  func run() throws {
    try Edge.run {
      let index = try SearchIndex(path: index.path, audience: audience)
      while let line = readLine() {
        let request = try JSONDecoder().decode(Line.self, from: Data(line.utf8)).request
        try JSONOutput.print(try answer(request, index), isPretty: false)
      }
    }
  }

  private func answer(_ request: SearchRequest, _ index: SearchIndex) throws -> Answer {
    func measured<Result>(_ ask: (SearchRequest) throws -> SearchResponse<Result>) throws -> Answer {
      let start = ContinuousClock.now
      let response = try ask(request)
      let bytes = try JSONEncoder().encode(response).count
      return Answer(
        total: response.total, partial: response.isPartial, bytes: bytes,
        milliseconds: (ContinuousClock.now - start) / .milliseconds(1))
    }
    switch request.rank {
    case .debates: return try measured(index.debates)
    case .passages: return try measured(index.passages)
    case .speakers: return try measured(index.speakers)
    case .expertises: return try measured(index.expertises)
    }
  }
}
