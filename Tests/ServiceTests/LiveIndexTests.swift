import Foundation
import HTTPTypes
import Indexing
import TestTools
import Testing

@testable import Service

/// The service beside runs that commit, rebuild, and take the index away.
@Suite struct LiveIndexTests {
  private func debates(_ service: TrialService) async throws -> Int? {
    try await service.ask("/api/status").json()["debates"] as? Int
  }

  @Test func commitsAreSeen() async throws {
    let service = try TrialService(records: [HeaderTests.record])
    let before = service.server.watch.sight
    #expect(before.debates == 1 && before.changes == 0 && before.failure == nil)
    for number in 1...3 {
      try service.add([#"{"id":"new\#(number)","title":"Wall \#(number)","date":"2010","language":"en"}"#])
      #expect(try await eventually { try await debates(service) == 1 + number })
      #expect(try await service.ask("/debates/new\(number)").status == 200)
      #expect(try await eventually { service.server.watch.sight.debates == 1 + number })
    }
    let after = service.server.watch.sight
    #expect(after.revision != before.revision && (1...3).contains(after.changes))
    #expect(after.since > before.since)
    #expect(try await service.ask("/metrics").text.contains("\npalabre_index_debates 4\n"))
    #expect(service.log.lines.contains { $0.contains("index changed") })
  }

  @Test func rebuiltGenerationsAreSeen() async throws {
    let service = try TrialService(records: [HeaderTests.record])
    let tag = try #require(try await service.ask("/api/search?q=wall")[.eTag])
    let records = [
      #"{"id":"z","title":"A rebuilt wall","date":"2011","language":"en"}"#,
      #"{"id":"y","title":"Another rebuilt wall","date":"2012","language":"en"}"#,
    ]
    try service.folder.write("rebuilt.ndjson", records.joined(separator: "\n"))
    let options = IndexOptions(sources: [service.folder.path + "/rebuilt.ndjson"], index: service.index)
    #expect(try IndexRebuild(options, recollection: nil).run().indexed == 2)
    #expect(try await eventually { service.server.watch.sight.debates == 2 })
    let answer = try await service.ask("/api/search?q=wall", [.ifNoneMatch: tag])
    #expect(answer.status == 200)
    #expect(try answer.json()["total"] as? Int == 2)
    #expect(try await service.ask("/health/ready").status == 200)
  }

  @Test func anIndexThatVanishes() async throws {
    let service = try TrialService(records: [HeaderTests.record])
    let aside = service.folder.path + "/aside"
    #expect(try await service.ask("/health/ready").status == 200)
    for _ in 1...2 {
      try FileManager.default.moveItem(atPath: service.index, toPath: aside)
      #expect(try await eventually { try await service.ask("/health/ready").status == 503 })
      let health = try await service.ask("/health/ready")
      #expect(health[.retryAfter] == "5")
      #expect(try health.json()["status"] as? String == "not ready")
      #expect(!health.text.contains(service.folder.path))
      for address in ["/api/search?q=wall", "/search?q=wall", "/", "/search.atom?q=wall", "/debates/a"] {
        let answer = try await service.ask(address)
        // What is open may answer on.
        #expect([200, 503].contains(answer.status), "\(address)")
        #expect(answer[.retryAfter] == (answer.status == 503 ? "5" : nil))
        #expect(!answer.text.contains(service.folder.path))
      }
      #expect(try await service.ask("/health/live").status == 200)
      #expect(try await service.ask("/openapi.json").status == 200)
      #expect(try await eventually { try await service.ask("/metrics").text.contains("\npalabre_index_readable 0\n") })
      try FileManager.default.moveItem(atPath: aside, toPath: service.index)
      #expect(try await eventually { try await service.ask("/health/ready").status == 200 })
      #expect(try await service.ask("/api/search?q=wall").json()["total"] as? Int == 1)
      #expect(try await eventually { try await service.ask("/metrics").text.contains("\npalabre_index_readable 1\n") })
    }
  }

  /// Whatever the newest debate is called, an index that finds things is ready.
  @Test(arguments: [
    "-wall", "NOT", "speaker: nobody", "category:\"none\" wall", "\"", "the", "🐟", "date:1800", "((((", "wall -wall",
    "wall NOT wall", "a*", "ET OU SAUF", "", "123", "date:>2030 lang:fr", "Débat : in:talk", "壁の話",
  ])
  func readyWhateverTheTitle(title: String) async throws {
    let text = String(decoding: try JSONEncoder().encode(title), as: UTF8.self)
    let service = try TrialService(records: [
      HeaderTests.record,
      #"{"id":"n","title":\#(text),"date":"2025","language":"en","transcript":[{"text":"Some words."}]}"#,
    ])
    let health = try await service.ask("/health/ready")
    #expect(health.status == 200, "\(health.text)")
  }

  @Test func tooFewPassagesAreNotReady() async throws {
    let service = try TrialService(records: [HeaderTests.record]) { $0.leastPassages = 1000 }
    let health = try await service.ask("/health/ready")
    #expect(health.status == 503)
    #expect(try #require(try health.json()["reason"] as? String).contains("fewer than 1000"))
    #expect(try await service.ask("/api/search?q=wall").status == 200)
  }
}
