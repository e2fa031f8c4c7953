import Foundation
import Hummingbird
import NIOCore
import Searching

/// The API: what the command line answers, for programs.
struct APIEndpoints: Sendable {
  let answering: Answering

  var all: [Endpoint] {
    [
      search("/api/search", nil, id: "search", "Rank debates, passages, speakers or expertises for a query."),
      search("/api/speakers", .speakers, id: "searchSpeakers", "Rank the people who know about a query."),
      search("/api/expertises", .expertises, id: "searchExpertises", "Rank the expertises that a query needs."),
      speaker, expertise, debate, related, relatedToText, suggest, status,
    ]
  }

  private static let searching: [Parameter] =
    [.query, .limit, .offset, .after, .sort, .facets, .facetLimit, .halfLife] + Parameter.filters

  private func search(_ path: String, _ rank: SearchRequest.Rank?, id: String, _ summary: String) -> Endpoint {
    let parameters = (rank == nil ? [.rank] : []) + APIEndpoints.searching
    return Endpoint(
      path: .exact(path),
      operation: .init(
        id: id, summary: summary, parameters: parameters,
        answer: rank.map { "\($0.rawValue.capitalized)Answer" } ?? "SearchAnswer", statuses: [404])
    ) { exchange in
      var request = try RequestParameters(exchange.query, allowing: parameters).searchRequest(rank)
      request.timeLimit = answering.configuration.timeLimit
      let asked = request
      return try await answering.json(exchange) { try $0.answer(asked) }
    }
  }

  private var debate: Endpoint {
    let parameters: [Parameter] = [.query, .kind, .limit, .offset, .around]
    return Endpoint(
      path: .value(prefix: "/api/debates/", name: "id"),
      operation: .init(
        id: "debate", summary: "What is in a debate, and with q what of it matches.", parameters: parameters,
        answer: "Debate", statuses: [404])
    ) { exchange in
      let parameters = try RequestParameters(exchange.query, allowing: parameters)
      return try await answering.json(exchange) { index in
        let debate = try index.debate(exchange.value, parameters, timeLimit: answering.configuration.timeLimit)
        return (debate, debate.matches?.isPartial ?? false)
      }
    }
  }

  private var speaker: Endpoint {
    Endpoint(
      path: .value(prefix: "/api/speakers/", name: "id"),
      operation: .init(
        id: "speaker", summary: "What is known of a person: profile, expertises, debates, activity.",
        parameters: [.limit, .offset], answer: "Speaker", statuses: [404])
    ) { exchange in
      let parameters = try RequestParameters(exchange.query, allowing: [.limit, .offset])
      return try await answering.json(exchange) { index in
        (try index.speaker(exchange.value, parameters), false)
      }
    }
  }

  private var expertise: Endpoint {
    Endpoint(
      path: .value(prefix: "/api/expertises/", name: "name"),
      operation: .init(
        id: "expertise", summary: "What is known of an expertise: debates, people, activity.",
        parameters: [.limit, .offset], answer: "Expertise", statuses: [404])
    ) { exchange in
      let parameters = try RequestParameters(exchange.query, allowing: [.limit, .offset])
      return try await answering.json(exchange) { index in
        (try index.expertise(exchange.value, parameters), false)
      }
    }
  }

  private static let relating: [Parameter] = [.limit, .suggestions]

  private var related: Endpoint {
    Endpoint(
      path: .value(prefix: "/api/related/", name: "id"),
      operation: .init(
        id: "related",
        summary: "What is connected with a debate: other debates, expertises that it lacks, people to invite.",
        parameters: APIEndpoints.relating, answer: "RelatedAnswer", statuses: [404])
    ) { exchange in
      let request = try RelatedRequest(RequestParameters(exchange.query, allowing: APIEndpoints.relating))
      return try await answering.json(exchange) { index in
        guard let answer = try index.related(toDebate: exchange.value, request) else {
          throw ServiceError.notFound("no debate has the id \(exchange.value)")
        }
        return (answer, false)
      }
    }
  }

  private var relatedToText: Endpoint {
    Endpoint(
      path: .exact("/api/related"), method: .post,
      operation: .init(
        id: "relatedToText", summary: "The same for a draft; its first line counts as its title.",
        parameters: APIEndpoints.relating, answer: "RelatedAnswer", body: "Draft", statuses: [408, 413, 415])
    ) { exchange in
      let request = try RelatedRequest(RequestParameters(exchange.query, allowing: APIEndpoints.relating))
      let draft: Draft = try await RequestBody(exchange.request).json()
      let text = draft.text
      guard (1...APIEndpoints.maximumDraft).contains(text.unicodeScalars.count) else {
        throw ServiceError.malformedBody("text: takes 1 to \(APIEndpoints.maximumDraft) characters")
      }
      let bytes = try await answering.pool.ask { index in
        try JSONAnswer.encode(try index.related(toText: text, request))
      }
      return Response(
        status: .ok, headers: [.contentType: JSONAnswer.mediaType, .cacheControl: "no-store"],
        body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
  }

  /// Characters; `schemas.json` says so too.
  private static let maximumDraft = 100_000

  /// What `POST /api/related` reads.
  struct Draft: Decodable, Sendable {
    var text: String
  }

  private var suggest: Endpoint {
    let parameters: [Parameter] = [.query, .limit]
    return Endpoint(
      path: .exact("/api/suggest"),
      operation: .init(
        id: "suggest", summary: "Complete what is being typed: titles, speakers, expertises, phrases.",
        parameters: parameters, answer: "SuggestAnswer")
    ) { exchange in
      let parameters = try RequestParameters(exchange.query, allowing: parameters)
      let prefix = parameters.text(.query) ?? ""
      let limit = parameters.integer(.limit, default: 10)
      return try await answering.json(exchange) { (try $0.suggestions(for: prefix, limit: limit), false) }
    }
  }

  private var status: Endpoint {
    Endpoint(
      path: .exact("/api/status"),
      operation: .init(id: "status", summary: "What is in the index, and when it changed.", answer: "Status")
    ) { exchange in
      _ = try RequestParameters(exchange.query, allowing: [])
      let since = answering.watch.sight.since
      return try await answering.json(exchange) { index in
        (StatusAnswer(overview: try index.overview(), since: since, revision: index.revision), false)
      }
    }
  }
}

extension RelatedRequest {
  fileprivate init(_ parameters: RequestParameters) {
    self.init()
    limit = parameters.integer(.limit, default: limit)
    suggestions = parameters.integer(.suggestions, default: suggestions)
  }
}
