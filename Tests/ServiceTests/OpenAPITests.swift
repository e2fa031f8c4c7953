import Foundation
import HTTPTypes
import Testing

@testable import Service

/// The description of the API: complete, whole, and true of real answers.
@Suite struct OpenAPITests {
  private func document() async throws -> [String: Any] {
    try await TrialService.ofFixtures.get().ask("/openapi.json").json()
  }

  @Test func everyEndpointAndParameterIsDescribed() async throws {
    let service = try TrialService.ofFixtures.get()
    let paths = try #require(try await document()["paths"] as? [String: [String: [String: Any]]])
    #expect(try await document()["openapi"] as? String == "3.1.0")
    let answering = Answering(
      pool: service.server.pool, watch: service.server.watch, configuration: ServiceConfiguration(index: ""),
      metrics: ServiceMetrics())
    let endpoints =
      APIEndpoints(answering: answering).all
      + HealthEndpoints(answering: answering, canary: Canary(leastPassages: 1)).all
    #expect(paths.values.map(\.count).reduce(0, +) == endpoints.count)
    var described: Set<String> = []
    for endpoint in endpoints {
      let operation = try #require(paths[endpoint.path.template]?[endpoint.method.rawValue.lowercased()])
      let parameters = try #require(operation["parameters"] as? [[String: Any]])
      let names = parameters.filter { $0["in"] as? String == "query" }.compactMap { $0["name"] as? String }
      #expect(names == endpoint.operation?.parameters.map(\.name), "\(endpoint.path.template)")
      #expect(parameters.allSatisfy { $0["schema"] is [String: Any] && $0["description"] is String })
      described.formUnion(names)
    }
    #expect(described == Set(Parameter.allCases.map(\.name)))
  }

  @Test func everyReferenceResolvesAndEverySchemaIsUsed() async throws {
    let document = try await document()
    let check = SchemaCheck(document: document)
    var used: Set<String> = []
    func walk(_ value: Any) {
      switch value {
      case let object as [String: Any]:
        if let reference = object["$ref"] as? String {
          #expect(check.resolved(reference) != nil, "\(reference)")
          used.insert(String(reference.split(separator: "/").last ?? ""))
        }
        object.values.forEach(walk)
      case let list as [Any]: list.forEach(walk)
      default: break
      }
    }
    walk(document)
    let components = try #require(document["components"] as? [String: [String: Any]])
    #expect(used == Set(try #require(components["schemas"]).keys))
  }

  @Test(arguments: [
    ("/api/search?q=m%C3%A9tier", "SearchAnswer"), ("/api/search?q=budget&rank=passages", "SearchAnswer"),
    ("/api/search?q=comunity+manger", "SearchAnswer"), ("/api/search?q=xyzzyx&category=Habitat", "SearchAnswer"),
    ("/api/search?q=%22unclosed", "SearchAnswer"), ("/api/search?q=budget&half-life=100&facets=false", "SearchAnswer"),
    ("/api/search?q=budget&rank=speakers", "SpeakersAnswer"), ("/api/speakers?q=train", "SpeakersAnswer"),
    ("/api/search?rank=expertises", "ExpertisesAnswer"), ("/api/expertises?q=eau", "ExpertisesAnswer"),
    ("/api/debates/community-manager-2009", "Debate"), ("/api/debates/community-manager-2009?q=forum", "Debate"),
    ("/api/debates/sans-titre-2014?kind=talk&limit=1", "Debate"), ("/api/debates/green-belt-2013?offset=3", "Debate"),
    ("/api/speakers/ottoline-marsh", "Speaker"), ("/api/expertises/Marketing", "Expertise"),
    ("/api/related/community-manager-2009", "RelatedAnswer"), ("/api/suggest?q=com", "SuggestAnswer"),
    ("/api/suggest", "SuggestAnswer"), ("/api/status", "Status"), ("/health/live", "Health"),
    ("/health/ready", "Health"),
  ])
  func answersAreAsDescribed(address: String, schema: String) async throws {
    let answer = try await TrialService.ofFixtures.get().ask(address)
    #expect(answer.status == 200, "\(answer.text)")
    let check = SchemaCheck(document: try await document())
    let faults = check.faults(try answer.json(), schema: schema)
    #expect(faults == [], "\(faults.prefix(5))")
  }

  @Test(arguments: [
    ("/api/search?nonsense=1", 400), ("/api/search?limit=1000", 400), ("/api/debates/nothing", 404),
    ("/api/search?after=AAAA", 404), ("/api/nothing", 404),
  ])
  func problemsAreAsDescribed(address: String, status: Int) async throws {
    let answer = try await TrialService.ofFixtures.get().ask(address)
    #expect(answer.status == status)
    #expect(answer[.contentType] == "application/problem+json")
    let check = SchemaCheck(document: try await document())
    #expect(check.faults(try answer.json(), schema: "Problem") == [])
  }

  /// The check itself sees what is wrong.
  @Test(arguments: [
    (#"{"status":"dead"}"#, "Health: no status"), (#"{}"#, "Health: no status"),
    (#"{"status":"live","extra":1}"#, "Health.extra"), (#"{"status":"live","reason":1}"#, "Health.reason: 1 is no"),
    (#"[]"#, "is no"),
  ])
  func theCheckSeesFaults(json: String, fault: String) async throws {
    let check = SchemaCheck(document: try await document())
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let faults = check.faults(value, schema: "Health")
    #expect(!faults.isEmpty)
    if fault != "Health: no status" { #expect(faults.contains { $0.contains(fault) }, "\(faults)") }
  }
}
