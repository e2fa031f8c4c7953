import Foundation
import Schema
import TestTools
import Testing

@testable import Indexing

/// One run at a time, and what the others are told.
@Suite struct RunLockTests {
  /// Takes the lock and gives the error of the second, if any.
  private func error(_ root: String) -> IndexError? {
    do throws(IndexError) {
      _ = try RunLock(root: root, command: "index")
      return nil
    } catch {
      return error
    }
  }

  /// Every entry of a folder with its time, size and number.
  private func state(of folder: String) throws -> [String] {
    try ([""] + FileManager.default.subpathsOfDirectory(atPath: folder).sorted()).map { name in
      var entry = stat()
      #expect(lstat(folder + "/" + name, &entry) == 0)
      return "\(name) \(entry.st_mtim.tv_sec).\(entry.st_mtim.tv_nsec) \(entry.st_size) \(entry.st_ino)"
    }
  }

  @Test func theSecondIsToldOfTheFirstAndTouchesNothing() throws {
    let bench = try Bench(["a.ndjson": [record("a", "Harbour")]])
    try bench.run("a.ndjson")
    let began = Date()
    let lock = try RunLock(root: bench.index, command: "compact")
    let before = try state(of: bench.index)
    try bench.write("a.ndjson", [record("a", "Wall")])
    let refusal = #expect(throws: IndexError.self) { try bench.run("a.ndjson") }
    guard case .locked(bench.index, let holder?, .running)? = refusal else {
      Issue.record("\(String(describing: refusal))")
      return
    }
    #expect(holder.process == getpid() && holder.command == "compact" && holder.host == ProcessTable.host)
    #expect(abs(holder.started.timeIntervalSince(began)) < 60)
    #expect("\(IndexError.locked(bench.index, by: holder, state: .running))".contains("pid \(getpid()) on "))
    #expect(try state(of: bench.index) == before)
    _ = consume lock
    #expect(try bench.run("a.ndjson").tally(\.indexed) == [1])
  }

  @Test func theSecondOfTwoFirstRunsMakesNothing() throws {
    let folder = try TemporaryFolder()
    let root = folder.path + "/new/index"
    let lock = try RunLock(root: root, command: "index")
    let before = try state(of: folder.path)
    #expect(throws: IndexError.self) { try IndexWriter(IndexLayout(root: root), fingerprint: "f") }
    #expect(try state(of: folder.path) == before)
    #expect(before.map { $0.split(separator: " ")[0] }.suffix(2) == ["new/index", "new/index/lock"])
    withExtendedLifetime(lock) {}
  }

  @Test func aLockGivenUpNamesNobody() throws {
    let folder = try TemporaryFolder()
    for _ in 0..<2 {
      let lock = try RunLock(root: folder.path, command: "index")
      #expect(lock.previous == nil)
      #expect(RunLock.holder(of: IndexLayout(root: folder.path))?.process == getpid())
    }
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/lock")).isEmpty)
    #expect(RunLock.holder(of: IndexLayout(root: folder.path)) == nil)
  }

  /// What a lock may hold that is free.
  @Test(arguments: ["", "{", "\0\0\0\0", "[1]", String(repeating: "{", count: 100_000)])
  func whatCannotBeReadIsNoHolder(text: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("lock", text)
    let lock = try RunLock(root: folder.path, command: "index")
    #expect(lock.previous == nil)
    #expect(RunLock.holder(of: IndexLayout(root: folder.path))?.command == "index")
  }

  /// What the system says of `flock`, and what becomes of it.
  @Test(arguments: [
    (EOPNOTSUPP, "none"), (ENOLCK, "none"), (ENOSYS, "none"), (EIO, "cannot write: lock: Input/output error"),
    (EWOULDBLOCK, "another run is writing to this index; try again when it has ended"),
  ])
  func foldersThatCannotBeLocked(reason: Int32, message: String) throws {
    let folder = try TemporaryFolder()
    do throws(IndexError) {
      let lock = try RunLock(root: folder.path, command: "index", lock: { _ in reason })
      #expect(message == "none" && lock.previous == nil)
      // Whoever holds the lock elsewhere is not overwritten.
      #expect(FileManager.default.contents(atPath: folder.path + "/lock") == Data())
    } catch {
      #expect("\(error)".contains(message))
    }
  }

  /// Another file of the name of the lock is no place for an index.
  @Test func aFolderOfSomethingElseIsNotLocked() throws {
    let bench = try Bench(["a.ndjson": [record("a", "A")], "index/letter.txt": ["Dear"], "index/lock": ["yale"]])
    #expect(throws: IndexError.self) { try bench.run("a.ndjson") }
    #expect(FileManager.default.contents(atPath: bench.index + "/lock") == Data("yale\n".utf8))
  }

  /// A folder in the lock's place stops the superuser, too.
  @Test func aLockThatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("lock/x", "")
    #expect(error(folder.path).map { "\($0)" } == "\(folder.path)/lock: cannot write: Is a directory")
  }

  private static let middle = "5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21"

  @Test(arguments: [
    ("4242 (palabre) T 1 \(Self.middle) 987654 23", "T 987654"),
    ("7 (a) b) R (c) S 1 \(Self.middle) 55", "S 55"),
    ("7 (a) S 1 2 3", "nil"), ("", "nil"), ("7 (a)", "nil"),
    ("7 (a) S 1 \(Self.middle) x", "nil"),
  ])
  func linesOfProc(line: String, expected: String) {
    let entry = ProcessTable.entry(in: line)
    #expect(entry.map { "\($0.state) \($0.started)" } ?? "nil" == expected)
  }

  /// A process of the same number is another when it was started at another time.
  @Test(.enabled(if: ProcessTable.entry(of: getpid()) != nil, "/proc is Linux's"))
  func numbersAreUsedAgain() {
    var holder = LockHolder.current(command: "index")
    #expect(holder.state == .running)
    holder.processStarted = holder.processStarted.map { $0 + 1 }
    #expect(holder.state == .ended)
    holder = .current(command: "index")
    holder.host += "x"
    #expect(holder.state == .unknown)
  }

  @Test(arguments: [
    (0.0, "0 s ago"), (119, "119 s ago"), (720, "12 min ago"), (7200, "2 h ago"), (200_000, "2 days ago"),
    (-5, "by another clock"), (1e18, "11574074 days ago"),
  ])
  func ages(seconds: TimeInterval, expected: String) {
    let holder = LockHolder(
      process: 4242, host: "harbour", started: Date(timeIntervalSince1970: 1_000_000_000), processStarted: nil,
      command: "index")
    #expect(
      holder.description(at: holder.started + seconds)
        == "pid 4242 on harbour, `palabre index`, since 2001-09-09T01:46:40Z (\(expected))")
  }
}
