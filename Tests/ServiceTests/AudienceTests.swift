import Foundation
import HTTPTypes
import Schema
import Testing

@testable import Service

/// What is for members is in nothing that the public reads.
@Suite struct AudienceTests {
  /// Words that only the members' debate has, one of each of its parts.
  static let secrets = [
    "Zibelinette", "Ornithorax", "Quaranvel", "Xylopanor", "Vermicourt", "Palimbrel", "Gourgandon", "Tristounel",
    "Brouhaval", "Calembrac",
  ]
  static let records = [
    #"{"id":"public","title":"Le mur de tous","date":"2009","language":"fr","category":"Ville","expertises":["Murs"],"connected":["secret-zibelinette"],"speakers":[{"id":"ann","name":"Ann Public"}],"transcript":[{"start":0,"speaker":"ann","text":"Un mur est un mur."}]}"#,
    #"""
    {"id":"secret-zibelinette","visibility":"members","title":"Zibelinette le mur","date":"2031-05","language":"fr",
    "category":"Ornithorax","format":"Quaranvel","location":"Xylopanor","expertises":["Vermicourt"],
    "speakers":[{"id":"palimbrel","name":"Palimbrel Gourgandon","bio":"Tristounel"},{"id":"ann","name":"Ann Public"}],
    "transcript":[{"start":0,"speaker":"palimbrel","text":"Brouhaval du mur, dit tout haut."},
    {"start":9,"speaker":"ann","text":"Un mur secret."}],
    "comments":[{"author":{"name":"Calembrac"},"text":"Un mur de plus."}]}
    """#.replacing("\n", with: ""),
  ]

  static let addresses =
    [
      "/", "/search", "/search?q=mur", "/search?sort=newest", "/search?q=mur&rank=passages",
      "/search?q=mur&rank=speakers",
      "/search?q=mur&rank=expertises", "/search?from=2031&to=2031", "/debates/public", "/speakers/ann",
      "/expertises/Murs",
      "/api/search?q=mur&facet-limit=100", "/api/search?q=mur&rank=passages", "/api/speakers?q=mur",
      "/api/expertises?q=mur", "/api/debates/public", "/api/speakers/ann", "/api/expertises/Murs",
      "/api/related/public",
      "/api/suggest?q=m", "/api/status", "/search.atom", "/search.atom?q=mur&rank=passages", "/embed/public.js",
      "/opensearch/suggest?q=m", "/metrics", "/health/ready", "/openapi.json",
    ]
    + secrets.flatMap { secret in
      let part = String(secret.prefix(5)).lowercased()
      return [
        "/api/suggest?q=\(part)", "/opensearch/suggest?q=\(part)", "/api/search?q=\(part)x", "/search?q=\(part)x",
        "/api/search?q=\(part)*", "/search?q=\(part)*",
      ]
    }

  private func service(_ change: (inout ServiceConfiguration) -> Void = { _ in }) throws -> TrialService {
    try TrialService(records: AudienceTests.records, change)
  }

  private func found(_ answer: Answer) -> [String] {
    let text = answer.text.lowercased()
    return AudienceTests.secrets.filter { text.contains($0.lowercased()) }
  }

  @Test func thePublicSeesNothing() async throws {
    let service = try service()
    for address in AudienceTests.addresses {
      for accept in ["text/html", "application/json"] {
        let answer = try await service.ask(address, [.accept: accept])
        #expect(answer.status == 200, "\(address)")
        #expect(found(answer) == [], "\(address)")
        #expect(!answer.text.contains("2031") || address.contains("2031"), "\(address)")
      }
    }
  }

  /// Nor by asking for it: its words, its id and its people are like any that there are not.
  @Test func askingForItFindsNothing() async throws {
    let service = try service()
    for secret in AudienceTests.secrets {
      for rank in ["debates", "passages", "speakers", "expertises"] {
        let found = try await service.ask("/api/search?rank=\(rank)&q=\(secret)").json()
        let other = try await service.ask("/api/search?rank=\(rank)&q=Nimbrouzel").json()
        #expect(found["total"] as? Int == other["total"] as? Int, "\(rank) \(secret)")
        #expect((found["results"] as? [Any])?.count == (other["results"] as? [Any])?.count)
      }
      for filter in ["speaker", "author", "expertise", "category", "format", "location"] {
        #expect(try await service.ask("/api/search?\(filter)=\(secret)").json()["total"] as? Int == 0)
      }
    }
    for (address, like) in [
      ("/api/debates/secret-zibelinette", "/api/debates/nothing"), ("/debates/secret-zibelinette", "/debates/nothing"),
      ("/api/related/secret-zibelinette", "/api/related/nothing"),
      ("/embed/secret-zibelinette.js", "/embed/nothing.js"),
      ("/api/speakers/palimbrel", "/api/speakers/nothing"), ("/speakers/palimbrel", "/speakers/nothing"),
      ("/api/expertises/Vermicourt", "/api/expertises/nothing"), ("/expertises/Vermicourt", "/expertises/nothing"),
    ] {
      for fields in [[:], [.ifNoneMatch: "*"]] as [HTTPFields] {
        let answer = try await service.ask(address, fields)
        #expect(answer.status == 404, "\(address)")
        #expect(answer.bytes.count == (try await service.ask(like, fields)).bytes.count || address.contains("related"))
      }
    }
  }

  @Test func countsAreOfThePublic() async throws {
    let service = try service()
    let status = try await service.ask("/api/status").json()
    #expect(status["debates"] as? Int == 1)
    let metrics = try await service.ask("/metrics").text
    #expect(metrics.contains("\npalabre_index_debates 1\n"))
    let answer = try await service.ask("/api/search?q=mur").json()
    #expect(answer["total"] as? Int == 1)
    let facets = try #require(answer["facets"] as? [String: [String: Any]])
    for (name, facet) in facets {
      let counts = try #require(facet["values"] as? [[String: Any]]).compactMap { $0["count"] as? Int }
      #expect(counts.allSatisfy { $0 == 1 } || name == "kind", "\(name)")
    }
    let speaker = try await service.ask("/api/speakers/ann").json()
    #expect(speaker["total"] as? Int == 1)
  }

  /// A commit for members alone does not show, not even as a change.
  @Test func commitsForMembersDoNotShow() async throws {
    let service = try service()
    let tag = try #require(try await service.ask("/api/search?q=mur")[.eTag])
    let revision = try await service.ask("/api/status").json()["revision"] as? String
    try service.add([#"{"id":"later","visibility":"members","title":"Plus tard","date":"2032","language":"fr"}"#])
    try await Task.sleep(for: .milliseconds(600))
    #expect(try await service.ask("/api/search?q=mur")[.eTag] == tag)
    #expect(try await service.ask("/api/status").json()["revision"] as? String == revision)
  }

  @Test func membersSeeItAndCachesKeepItToThem() async throws {
    let service = try service { $0.audience = .members }
    let answer = try await service.ask("/api/search?q=Zibelinette")
    #expect(answer.text.contains("Zibelinette le mur"))
    #expect(answer[.cacheControl] == "private, no-cache")
    #expect(try await service.ask("/")[.cacheControl] == "private, no-cache")
    #expect(try await service.ask("/debates/secret-zibelinette").status == 200)
    #expect(try await service.ask("/api/status").json()["debates"] as? Int == 2)
    // Any page that a member visits could load it, with the member's cookies.
    #expect(try await service.ask("/embed/public.js").field("Cross-Origin-Resource-Policy") == "same-site")
    let open = try self.service()
    #expect(try await open.ask("/api/status")[.eTag] != (try await service.ask("/api/status"))[.eTag])
  }
}
