import Foundation
import HTTPTypes
import TestTools
import Testing

@testable import Service

/// The API answers what the command line answers.
@Suite struct CommandLineTests {
  @Test(arguments: [
    ("/api/search?q=community+manager", "search 'community manager' --json"),
    ("/api/search?q=budget&limit=3&offset=1", "search budget --limit 3 --offset 1 --json"),
    ("/api/search?q=eau&rank=passages&sort=newest", "search eau --rank passages --sort newest --json"),
    ("/api/search?q=comunity+manger", "search 'comunity manger' --json"),
    ("/api/search?q=xyzzyx&category=M%C3%A9dias", "search xyzzyx --category Médias --json"),
    ("/api/search?q=%22unclosed+AND+(", "search '\"unclosed AND (' --json"),
    (
      "/api/search?q=ville&language=fr&kind=talk&kind=comment&from=2010&to=2012-06",
      "search ville --language fr --kind talk --kind comment --from 2010 --to 2012-06 --json"
    ),
    ("/api/search?q=train&half-life=365", "search train --half-life 365 --json"),
    ("/api/search", "search '' --json"),
    ("/api/speakers?q=train", "search train --rank speakers --json"),
    ("/api/search?q=train&rank=speakers&location=Paris", "search train --rank speakers --location Paris --json"),
    ("/api/expertises?q=donn%C3%A9es", "search données --rank expertises --json"),
    ("/api/suggest?q=com&limit=5", "suggest com --limit 5 --json"),
    ("/api/related/community-manager-2009?limit=4", "related community-manager-2009 --limit 4 --json"),
  ])
  func sameAnswers(address: String, line: String) async throws {
    let service = try TrialService.ofFixtures.get()
    let result = try Tool.shell("$palabre \(line) --index index", in: service.folder.path)
    #expect(result.status == 0, "\(result.errors)")
    var told = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    var answer = try await service.ask(address).json()
    for key in ["took_ms"] {
      #expect((told.removeValue(forKey: key) == nil) == (answer.removeValue(forKey: key) == nil))
    }
    #expect(!answer.isEmpty)
    #expect(NSDictionary(dictionary: answer) == NSDictionary(dictionary: told), "\(answer) \(told)")
  }
}
