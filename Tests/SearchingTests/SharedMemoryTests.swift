import Debates
import Foundation
import Indexing
import Schema
import Synchronization
import Testing

@testable import Searching

/// Indexes that share the tables of a revision.
@Suite struct SharedMemoryTests {
  /// An index that is written again and again.
  private final class Town: Sendable {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("palabre-\(UUID().uuidString)")
    var path: String { folder.appendingPathComponent("index").path }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Of each round, as many debates more as it is; all say which round it is.
    func write(round: Int) throws {
      let records = (0..<(40 + round)).map { number in
        let visibility = number % 10 == 9 ? #""visibility":"members","# : ""
        return
          #"{"id":"d\#(number)","title":"Débat \#(number)",\#(visibility)"expertises":["Sujet \#(number % 3)"],"description":"le budget participatif, tour\#(round)","transcript":[{"speaker":"Orateur \#(number % 5)","text":"le tramway et la gare, tour\#(round)"}]}"#
      }
      let file = folder.appendingPathComponent("records.ndjson")
      try Data(records.joined(separator: "\n").utf8).write(to: file)
      _ = try IndexRun(IndexOptions(sources: [file.path], index: path)).run()
    }

    /// Debates that an audience sees of a round.
    static func debates(_ audience: Audience, round: Int) -> Int {
      (0..<(40 + round)).count { audience == .members || $0 % 10 != 9 }
    }
  }

  private func facets(_ index: SearchIndex) throws -> SearchResponse<DebateResult> {
    var request = SearchRequest("budget participatif")
    request.facets = Facet.allCases
    request.limit = 100
    return try index.debates(request)
  }

  @Test func answersAreThoseOfAnIndexOfItsOwn() throws {
    let debates = try FixtureIndex(sources: [FixtureIndex.fixtures + "/Debates"])
    let shared = SharedMemory()
    let sharing = try (0..<3).map { _ in try SearchIndex(path: debates.path, shared: shared) }
    try sharing[2].warm()
    for query in ["salaire community manager", "trains", "eau", "\"vie privée\"", "author:odile", "energie nucléaire"] {
      let alone = try debates.open()
      for index in [alone] + sharing {
        var request = SearchRequest(query)
        request.facets = Facet.allCases
        let (one, other) = (try alone.debates(request), try index.debates(request))
        #expect(one.results.map(\.id) == other.results.map(\.id))
        #expect(one.results.map(\.score) == other.results.map(\.score))
        #expect(one.facets == other.facets)
        #expect(one.total == other.total)
        #expect(try alone.speakers(request).results.map(\.score) == index.speakers(request).results.map(\.score))
        #expect(try alone.expertises(request).results.map(\.score) == index.expertises(request).results.map(\.score))
        #expect(try alone.completions(of: query, limit: 10) == index.completions(of: query, limit: 10))
        #expect(try alone.correction(of: query + "s") == index.correction(of: query + "s"))
        #expect(
          try alone.related(toDebate: "eau-bassines-2021")?.results.map(\.debate.score)
            == index.related(toDebate: "eau-bassines-2021")?.results.map(\.debate.score))
      }
    }
  }

  @Test func tablesAreMadeOnce() throws {
    let town = try Town()
    try town.write(round: 0)
    let shared = SharedMemory()
    let indexes = try (0..<2).map { _ in try SearchIndex(path: town.path, shared: shared) }
    let tables = try indexes.map { index in try index.inOneRevision { try index.columns() } }
    #expect(tables[0] === tables[1])
    let alone = try SearchIndex(path: town.path)
    #expect(try alone.inOneRevision { try alone.columns() } !== tables[0])
    #expect(indexes[0].revision == alone.revision)
  }

  @Test func audiencesShareNothing() throws {
    let town = try Town()
    try town.write(round: 0)
    let shared = SharedMemory()
    let (everyone, members) = (
      try SearchIndex(path: town.path, shared: shared),
      try SearchIndex(path: town.path, audience: .members, shared: shared)
    )
    for _ in 0..<3 {
      try members.warm()
      #expect(try facets(members).total == Town.debates(.members, round: 0))
      #expect(try facets(everyone).total == Town.debates(.everyone, round: 0))
      #expect(try everyone.overview().debates == Town.debates(.everyone, round: 0))
      #expect(try members.overview().debates == Town.debates(.members, round: 0))
      #expect(try everyone.completions(of: "Débat 9", limit: 10).contains { $0.id == "d9" } == false)
      #expect(try members.completions(of: "Débat 9", limit: 10).first?.id == "d9")
    }
    #expect(everyone.revision != members.revision)
    let one = try everyone.inOneRevision { try everyone.columns() }
    #expect(try members.inOneRevision { try members.columns() } !== one)
  }

  /// What nobody needs is let go; completions are offered a moment longer, counts never.
  @Test func revisionsFollowEachOther() throws {
    let town = try Town()
    try town.write(round: 0)
    let shared = SharedMemory()
    let (index, warmer) = (
      try SearchIndex(path: town.path, shared: shared), try SearchIndex(path: town.path, shared: shared)
    )
    try warmer.warm()
    weak var first: Columns?
    try index.inOneRevision { first = try index.columns() }
    #expect(first != nil)
    let before = index.revision
    #expect(try index.refreshed() == before)
    try town.write(round: 2)
    #expect(try facets(index).total == Town.debates(.everyone, round: 2))
    #expect(index.revision != before)
    #expect(first == nil)
    // Debate 41 is new: the table of the revision before does not know it.
    #expect(try index.completions(of: "Débat 41", limit: 10).contains { $0.id == "d41" } == false)
    #expect(try index.completions(of: "Débat 38", limit: 10).isEmpty == false)
    try warmer.warm()
    #expect(try index.completions(of: "Débat 41", limit: 10).first?.id == "d41")
    #expect(warmer.revision == index.revision)
  }

  /// Without somebody who makes them, tables are made by whoever needs them.
  @Test func withoutWarmingNothingIsOutdated() throws {
    let town = try Town()
    try town.write(round: 0)
    let shared = SharedMemory()
    let index = try SearchIndex(path: town.path, shared: shared)
    #expect(try index.completions(of: "Débat 41", limit: 10).contains { $0.id == "d41" } == false)
    try town.write(round: 2)
    #expect(try index.completions(of: "Débat 41", limit: 10).first?.id == "d41")
  }

  @Test func aGenerationIsFollowed() throws {
    let town = try Town()
    try town.write(round: 0)
    let shared = SharedMemory()
    let indexes = try (0..<2).map { _ in try SearchIndex(path: town.path, shared: shared) }
    for index in indexes { #expect(try facets(index).total == Town.debates(.everyone, round: 0)) }
    let before = indexes[0].revision
    let other = try Town()
    try other.write(round: 3)
    let current = town.path + "/CURRENT"
    let old = try String(contentsOfFile: current, encoding: .utf8).trimmingCharacters(in: .newlines)
    let new = try String(contentsOfFile: other.path + "/CURRENT", encoding: .utf8).trimmingCharacters(in: .newlines)
    try FileManager.default.moveItem(atPath: "\(other.path)/\(new)", toPath: "\(town.path)/generation-9")
    try Data("generation-9\n".utf8).write(to: URL(fileURLWithPath: current))
    try FileManager.default.removeItem(atPath: "\(town.path)/\(old)")
    for index in indexes { #expect(try facets(index).total == Town.debates(.everyone, round: 3)) }
    #expect(indexes[0].revision != before)
    #expect(indexes[0].revision == indexes[1].revision)
  }

  /// Every answer is of one revision whole: its number of debates is that of the round that its passages name.
  @Test func threadsSearchWhileAnotherWrites() throws {
    let town = try Town()
    try town.write(round: 0)
    let shared = SharedMemory()
    let isDone = Mutex(false)
    let answers = Mutex<[(audience: Audience, round: Int, total: Int, facet: Int)]>([])
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 6) { thread in
      do {
        if thread == 0 {
          defer { isDone.withLock { $0 = true } }
          for round in 1...8 { try town.write(round: round) }
          return
        }
        let audience: Audience = thread % 2 == 0 ? .members : .everyone
        let index = try SearchIndex(path: town.path, audience: audience, shared: shared)
        var last = false
        while !last {
          last = isDone.withLock { $0 }
          if thread == 5 { try index.warm() }
          let answer = try facets(index)
          let snippet = answer.results.first?.passages.first { $0.kind == .subject }?.snippet ?? ""
          let round = snippet.firstMatch(of: /tour(\d+)/).flatMap { Int($0.output.1) } ?? -1
          let facet = answer.facets["kind"]?.values.first { $0.value == "subject" }?.count ?? -1
          answers.withLock { $0.append((audience, round, answer.total, facet)) }
        }
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    let all = answers.withLock { $0 }
    #expect(Set(all.map(\.audience)).count == 2)
    #expect(all.filter { $0.round == 8 }.count >= 5)
    for answer in all {
      // The databases of an index are committed one after the other.
      let rounds = answer.audience == .members ? [answer.round - 1, answer.round, answer.round + 1] : [answer.round]
      let expected = rounds.map { Town.debates(answer.audience, round: $0) }
      #expect(expected.contains(answer.total), "\(answer)")
      #expect(answer.facet == answer.total, "\(answer)")
    }
  }

  @Test func whoIsLedMovesWhenTheNextRevisionIsPrepared() throws {
    let town = try Town()
    try town.write(round: 0)
    let shared = SharedMemory(leads: true)
    let leader = try SearchIndex(path: town.path, shared: shared)
    try leader.warm()
    let led = try SearchIndex(path: town.path, shared: shared)
    #expect(try facets(led).total == Town.debates(.everyone, round: 0))
    try town.write(round: 1)
    _ = try leader.refreshed()
    #expect(try facets(led).total == Town.debates(.everyone, round: 0))
    #expect(led.revision != leader.revision)
    try leader.warm()
    #expect(try facets(led).total == Town.debates(.everyone, round: 1))
    #expect(led.revision == leader.revision)
  }

  @Test func whoeverIsLedByNobodyLooksAlone() throws {
    let town = try Town()
    try town.write(round: 0)
    let shared = SharedMemory(leads: true)
    try SearchIndex(path: town.path, shared: shared).warm()
    let led = try SearchIndex(path: town.path, shared: shared)
    #expect(try facets(led).total == Town.debates(.everyone, round: 0))
    try town.write(round: 1)
    Thread.sleep(forTimeInterval: 1.1)
    #expect(try facets(led).total == Town.debates(.everyone, round: 1))
  }
}
