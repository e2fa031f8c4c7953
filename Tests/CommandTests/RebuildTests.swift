import Foundation
import Schema
import TestTools
import Testing

/// `palabre compact` and `palabre rebuild`: another generation with the same in it, or with what the sources say.
@Suite struct RebuildTests {
  private static func index(_ town: Town) -> String { town.folder.path + "/town.index" }

  private static func dumps(_ town: Town) throws -> [[String]] {
    try Audience.allCases.map { try IndexDump.lines(of: index(town), $0, root: town.folder.path) }
  }

  private static func entries(_ town: Town) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: index(town))).subtracting(["surveys.json"])
  }

  private static func generation(_ town: Town) throws -> String? { try IndexLayout(root: index(town)).generation() }

  @Test func compactingChangesNothingButTheSize() throws {
    let town = try Town()
    let before = try (Self.dumps(town), Self.generation(town))
    let result = try town.palabre("compact", "--json")
    #expect(result.status == 0, "\(result.errors)")
    let sizes = try #require(try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any])
    #expect(try #require(sizes["after"] as? Int) <= #require(sizes["before"] as? Int))
    let generation = try #require(try Self.generation(town))
    #expect(generation != before.1 && sizes["generation"] as? String == generation)
    #expect(try Self.dumps(town) == before.0)
    #expect(try Self.entries(town) == ["CURRENT", "lock", "receipts.json", generation])
    #expect(try town.palabre("check").status == 0)
    #expect(try town.palabre("index", "debates.ndjson").output.contains("4 unchanged"))
  }

  /// A copy of damaged files never takes the place of what can still be read.
  @Test func damageIsNotCompacted() throws {
    let town = try Town()
    let current = try #require(try Self.generation(town))
    let path = Self.index(town) + "/" + current + "/public/docdata.glass"
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path)).count
    try Data(repeating: 0, count: bytes).write(to: URL(fileURLWithPath: path))
    #expect(try town.palabre("compact").status == 74)
    #expect(try Self.generation(town) == current)
    #expect(try Self.entries(town) == ["CURRENT", "lock", "receipts.json", current])
  }

  /// What is wrong with the index: `rebuild` is the way out of each.
  @Test(arguments: ["nothing", "damage", "another format", "no generation"])
  func rebuildingMendsAll(what: String) throws {
    let town = try Town()
    let before = try Self.dumps(town)
    let database = try Self.index(town) + "/" + #require(try Self.generation(town)) + "/public"
    switch what {
    case "damage":
      try Data(repeating: 0x55, count: 1 << 16).write(to: URL(fileURLWithPath: database + "/postlist.glass"))
    case "another format": try Data(repeating: 1, count: 30).write(to: URL(fileURLWithPath: database + "/iamglass"))
    case "no generation": try town.folder.write("town.index/CURRENT", "generation-9\n")
    default: break
    }
    // The sources are those that the first run named.
    let result = try town.palabre("rebuild")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("4 debates indexed"))
    #expect(result.errors.contains("cannot be read") == (what != "nothing"))
    #expect(try Self.dumps(town) == before)
    #expect(try Self.entries(town) == ["CURRENT", "lock", "receipts.json", try #require(try Self.generation(town))])
    #expect(try town.palabre("check").status == 0)
    #expect(try town.palabre("index", "debates.ndjson").output.contains("4 unchanged"))
    #expect(try town.palabre("status").status == 0)
  }

  @Test func sourcesThatAreGoneLeaveTheIndexAsItIs() throws {
    let town = try Town()
    let before = try (Self.dumps(town), Self.generation(town))
    try FileManager.default.moveItem(
      atPath: town.folder.path + "/debates.ndjson", toPath: town.folder.path + "/moved.ndjson")
    try town.folder.write("empty.ndjson", "")
    for (arguments, message) in [(["rebuild"], "no such file"), (["rebuild", "empty.ndjson"], "stays as it was")] {
      let result = try Tool.run(
        arguments, in: town.folder.path, environment: ["PALABRE_INDEX": "town.index"])
      #expect(result.status == 66)
      #expect(result.errors.contains(message), "\(result.errors)")
      #expect(try Self.generation(town) == before.1)
      #expect(try Self.dumps(town) == before.0)
    }
    #expect(try town.palabre("rebuild", "moved.ndjson").status == 0)
    #expect(try town.palabre("rebuild", "--index", "nowhere", "moved.ndjson").status == 66)
  }

  /// The feed holds the latest only; the index remembers the rest.
  @Test func whatFeedsHaveToldIsTakenOver() throws {
    let town = try Town()
    func feed(_ entries: [(id: String, title: String)]) -> String {
      let items = entries.map { "<item><guid>\($0.id)</guid><title>\($0.title)</title></item>" }
      return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>News</title>\(items.joined())</channel></rss>"
    }
    try town.folder.write("news.rss", feed([("n1", "Ferry"), ("n2", "Lock")]))
    #expect(try town.palabre("index", "news.rss").status == 0)
    try town.folder.write("news.rss", feed([("n2", "Lock"), ("n3", "Quay")]))
    #expect(try town.palabre("index", "news.rss").status == 0)
    let before = try Self.dumps(town)
    let result = try town.palabre("rebuild")
    #expect(result.status == 0, "\(result.errors)")
    #expect(try Self.dumps(town) == before)
    #expect(try town.palabre("search", "ferry").output.contains("1. Ferry"))
    #expect(try town.palabre("check").status == 0)
  }

  /// What came by standard input is nowhere to be read again.
  @Test func standardInputHasToBeNamed() throws {
    let town = try Town()
    let record = Data((#"{"id":"late","title":"Late"}"# + "\n").utf8)
    #expect(try town.palabre("index", "-", input: record).status == 0)
    let result = try town.palabre("rebuild")
    #expect(result.status == 64)
    #expect(result.errors.contains("standard input"))
    #expect(try town.palabre("search", "late").output.contains("1. Late"))
  }

  @Test func oneAtATime() throws {
    let town = try Town()
    let run = try Tool.start(["index", "-", "--index", "town.index"], in: town.folder.path, input: .pipe)
    let lock = Self.index(town) + "/lock"
    while (try? Data(contentsOf: URL(fileURLWithPath: lock)))?.isEmpty ?? true { usleep(2000) }
    for command in ["compact", "rebuild"] {
      let result = try town.palabre(command)
      #expect(result.status == 75, "\(result.errors)")
    }
    let input = try #require(run.input)
    let record = Data((#"{"id":"late","title":"Late"}"# + "\n").utf8)
    try FileHandle(fileDescriptor: input, closeOnDealloc: false).write(contentsOf: record)
    close(input)
    #expect(run.wait() == 0)
  }
}
