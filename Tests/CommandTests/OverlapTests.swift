import Foundation
import Schema
import TestTools
import Testing

/// Runs of the built program that meet.
@Suite(.timeLimit(.minutes(5))) struct OverlapTests {
  /// A run that waits for standard input with the lock held.
  private func waiting(in folder: TemporaryFolder, index: String) throws -> Child {
    let run = try Tool.start(
      ["index", "-", "--index", index], in: folder.path, input: .pipe, errors: "first.errors")
    while FileManager.default.contents(atPath: "\(folder.path)/\(index)/lock")?.isEmpty != false { usleep(2000) }
    return run
  }

  private func modified(_ path: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
  }

  /// The second is told who, since when and in what state, and changes nothing.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/stat"), "/proc is Linux's"))
  func runningAndStoppedHoldersAreToldApart() throws {
    let town = try Town()
    let first = try waiting(in: town.folder, index: "town.index")
    let receipts = town.folder.path + "/town.index/receipts.json"
    let before = try (modified(receipts), modified(town.folder.path + "/town.index"))
    let server = try LocalServer(answer: "200 OK")
    defer { server.stop() }
    let running = try town.palabre("index", "debates.ndjson", "--ping-url", "http://127.0.0.1:\(server.port)/")
    #expect(running.status == 75)
    // Whether the index is well, the run that writes has to tell.
    #expect(server.requests == [])
    #expect(running.errors.contains("another run is writing to this index: pid \(first.id) on "))
    #expect(running.errors.contains("`palabre index`, since 2"))
    #expect(running.errors.contains("it is running; try again when it has ended"))

    first.signal(SIGSTOP)
    var status: Int32 = 0
    #expect(waitpid(first.id, &status, WUNTRACED) == first.id)
    let stopped = try town.palabre("index", "debates.ndjson")
    #expect(stopped.status == 75)
    #expect(stopped.errors.contains("it is stopped; let it go on with: kill -CONT \(first.id)"))
    #expect(try (modified(receipts), modified(town.folder.path + "/town.index")) == before)

    first.signal(SIGCONT)
    let input = FileHandle(fileDescriptor: try #require(first.input), closeOnDealloc: true)
    try input.write(contentsOf: Data((#"{"id":"late","title":"Late"}"# + "\n").utf8))
    try input.close()
    #expect(first.wait() == 0)
    #expect(try town.palabre("search", "late").output.contains("1. Late"))
  }

  /// The lock goes with its process; the next run says whose it was, once.
  @Test func aKilledRunIsTold() throws {
    let town = try Town()
    let first = try waiting(in: town.folder, index: "town.index")
    first.signal(SIGKILL)
    #expect(first.wait() == 128 + SIGKILL)
    if let input = first.input { close(input) }
    let second = try town.palabre("index", "debates.ndjson", "--json")
    #expect(second.status == 0)
    #expect(second.errors.contains("town.index: the run before ended without finishing (pid \(first.id) on "))
    #expect(second.errors.contains("going on from its last commit"))
    #expect(second.output.contains(#""process" : \#(first.id)"#))
    #expect(try town.palabre("index", "debates.ndjson").errors == "")
  }

  /// Fifty first runs at once: one makes the index, the others end with 75 or find it made.
  @Test func firstRunsAtTheSameTime() throws {
    let town = try Town()
    let runs = try (0..<50).map { _ in
      try Tool.start(
        ["index", "debates.ndjson", "--index", "new.index", "--jobs", "1"], in: town.folder.path, input: .nothing)
    }
    let codes = runs.map { $0.wait() }
    #expect(codes.contains(0))
    #expect(codes.filter { $0 != 0 && $0 != 75 } == [])
    for audience in [Audience.everyone, .members] {
      let index = town.folder.path + "/new.index"
      let alone = town.folder.path + "/town.index"
      let lines = try IndexDump.lines(of: index, audience, root: town.folder.path)
      #expect(try lines == IndexDump.lines(of: alone, audience, root: town.folder.path))
      #expect(lines.count > 1)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: town.folder.path + "/new.index")
    // Files that have only just been written are not surveyed.
    #expect(left.filter { $0 != "surveys.json" }.sorted() == ["CURRENT", "generation-1", "lock", "receipts.json"])
    #expect(FileManager.default.contents(atPath: town.folder.path + "/new.index/lock") == Data())
  }
}
