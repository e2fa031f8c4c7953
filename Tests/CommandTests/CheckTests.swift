import Foundation
import Schema
import TestTools
import Testing
import Xapian

/// `palabre check`, on an index that is sound and on what can become of one.
@Suite struct CheckTests {
  private static func database(_ town: Town, _ audience: Audience = .everyone) throws -> String {
    let layout = IndexLayout(root: town.folder.path + "/town.index")
    return layout.database(audience, in: try #require(try layout.generation()))
  }

  private static func change(_ town: Town, _ audience: Audience = .everyone, _ body: (borrowing Writer) throws -> Void)
    throws
  {
    let writer = try Writer(path: database(town, audience), mode: .open)
    try body(writer)
    try writer.commit()
  }

  @Test func aSoundIndex() throws {
    let town = try Town()
    let result = try town.palabre("check")
    #expect(result.status == 0)
    #expect(result.errors == "")
    let lines = result.output.split(separator: "\n").map { $0.split(separator: " ").prefix(2).joined(separator: " ") }
    #expect(
      lines == [
        "layout ok", "schema ok", "structure ok", "postings ok", "passages ok", "structure ok", "postings ok",
        "passages ok", "debates ok", "debates ok", "canary ok", "sound in",
      ], "\(result.output)")
    let quick = try town.palabre("check", "--quick", "--json")
    #expect(quick.status == 0)
    let report = try #require(try JSONSerialization.jsonObject(with: Data(quick.output.utf8)) as? [String: Any])
    #expect(
      Set(report.keys) == ["index", "generation", "results", "notices", "repetitions", "duration", "outcome"])
    #expect(report["outcome"] as? String == "sound")
    #expect((report["results"] as? [[String: Any]])?.count == 5)
  }

  /// What is wrong, and the checks that must say so.
  struct Damage: Sendable, CustomStringConvertible {
    let description: String
    let found: [String]
    let make: @Sendable (Town) throws -> Void

    init(_ description: String, found: [String], _ make: @escaping @Sendable (Town) throws -> Void) {
      self.description = description
      self.found = found
      self.make = make
    }
  }

  private static let damages = [
    Damage("a passage is gone", found: ["debates"]) { town in
      try change(town) { try $0.delete(documentsWith: Terms.id(.passage, "wall/talk/0")) }
    },
    Damage("a passage that nobody wrote", found: ["passages", "debates"]) { town in
      try change(town) { writer in
        var document = DocumentBuffer()
        document.data = Array("{}".utf8)
        document.addTerm("wall", withinDocumentFrequency: 1, positions: [1])
        _ = try writer.add(document)
      }
    },
    Damage("a debate that cannot be read", found: ["debates", "canary"]) { town in
      try change(town) { try $0.setMetadata(StateKey.debate("wall"), Array("{".utf8)) }
    },
    Damage("a debate with one letter changed", found: ["debates"]) { town in
      try change(town) { writer in
        let stored = try #require(try writer.metadata(StateKey.debate("wall")))
        let changed = String(decoding: stored, as: UTF8.self).replacing("Wall, wall", with: "Wall, well")
        try writer.setMetadata(StateKey.debate("wall"), Array(changed.utf8))
      }
    },
    Damage("a debate for members and the public", found: ["debates"]) { town in
      let reader = try Reader(path: database(town))
      let stored = try #require(try reader.metadata(StateKey.debate("bell")))
      try change(town, .members) { try $0.setMetadata(StateKey.debate("bell"), stored) }
    },
    Damage("another format", found: ["schema", "canary"]) { town in
      try change(town) { try $0.setMetadata(StateKey.format, [UInt8(ascii: "0")]) }
    },
    Damage("no file of positions", found: ["passages"]) { town in
      try FileManager.default.removeItem(atPath: database(town) + "/position.glass")
    },
    Damage("documents of zeroes", found: ["structure"]) { town in
      let path = try database(town) + "/docdata.glass"
      let bytes = try Data(contentsOf: URL(fileURLWithPath: path)).count
      try Data(repeating: 0, count: bytes).write(to: URL(fileURLWithPath: path))
    },
    Damage("CURRENT names another generation", found: ["layout"]) { town in
      try town.folder.write("town.index/CURRENT", "generation-9\n")
    },
  ]

  @Test(arguments: damages) func damageIsFound(damage: Damage) throws {
    let town = try Town()
    try damage.make(town)
    let result = try town.palabre("check")
    #expect(result.status == 74, "\(result.output)")
    #expect(result.errors.contains("the index is damaged") && result.errors.contains("palabre rebuild"))
    let failed = Set(
      result.output.split(separator: "\n").filter { $0.contains(" FAILED ") }
        .compactMap { $0.split(separator: " ").first.map(String.init) })
    #expect(failed.isSuperset(of: damage.found), "\(result.output)")
  }

  @Test func noIndexIs66() throws {
    let town = try Town()
    let result = try town.palabre("check", "--index", "nowhere")
    #expect(result.status == 66)
    #expect(result.errors.contains("nowhere: no index here"))
    #expect(result.output == "")
  }

  /// Commit upon commit, and no false alarm.
  @Test func whileARunWrites() throws {
    let town = try Town()
    try town.folder.write("many.ndjson", FlipTown.records(1500).map { $0 + "\n" }.joined())
    let run = try Tool.start(
      ["index", "many.ndjson", "--index", "town.index", "--batch", "1", "--quiet"], in: town.folder.path,
      input: .nothing, errors: "run.errors")
    for _ in 0..<4 {
      let result = try town.palabre("check")
      #expect([0, 75].contains(result.status), "\(result.output) \(result.errors)")
    }
    #expect(run.wait() == 0)
    let result = try town.palabre("check")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("1353 stored"))
  }
}
