import Debates
import Foundation
import Testing

@testable import Formats

@Suite struct SourceReaderTests {
  /// A folder of its own for each test, removed with it.
  final class Folder {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("palabre-" + UUID().uuidString).path

    init(_ files: [String: String] = [:]) throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (name, text) in files { try write(name, Data(text.utf8)) }
    }

    func write(_ name: String, _ data: Data) throws {
      let url = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try data.write(to: url)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  /// Every item in words, paths relative to the folder.
  static func told(_ sources: [String], in folder: Folder, limits: SourceLimits = SourceLimits()) throws -> [String] {
    let reader = try SourceReader(sources: sources.map { folder.path + "/" + $0 }, limits: limits)
    var told: [String] = []
    while let item = reader.next() { told.append(item.told) }
    return told.map { $0.replacing(folder.path + "/", with: "") }
  }

  static func record(_ id: String) -> String { #"{"id":"\#(id)","title":""}"# }

  @Test func linesWithTheirFaults() throws {
    let folder = try Folder()
    var bytes = Data("\u{FEFF}\(Self.record("a"))\r\n\r\n  \n{\"id\":\"b\"}\n".utf8)
    bytes += Data("{\"id\":\"c\",\"title\":\"".utf8) + [0xC3, 0x28] + Data("\"}\n".utf8)
    bytes += Data("\(Self.record("d"))\n{\"id\":\"e\",\"title\":\"cut".utf8)
    try folder.write("x.ndjson", bytes)
    #expect(
      try Self.told(["x.ndjson"], in: folder) == [
        "a x.ndjson:1",
        "! x.ndjson:4: record \"b\", title: missing; write \"title\": \"\" for a debate without one",
        "! x.ndjson:5: invalid UTF-8 at byte 19 of the record; save the file as UTF-8",
        "d x.ndjson:6",
        "! x.ndjson:7: cut short: the JSON ends after 22 bytes, and a string is not closed",
      ])
  }

  @Test func lineOverTheLimitIsSkipped() throws {
    let long = #"{"id":"long","title":"\#(String(repeating: "x", count: 3 << 20))"}"#
    let folder = try Folder(["x.jsonl": "\(Self.record("a"))\n\(long)\n\(Self.record("b"))\n\(long)"])
    var limits = SourceLimits()
    limits.maximumLineBytes = 1 << 20
    let told = try Self.told(["x.jsonl"], in: folder, limits: limits)
    #expect(told.map { $0.prefix(12) } == ["a x.jsonl:1", "! x.jsonl:2:", "b x.jsonl:3", "! x.jsonl:4:"])
    #expect(told[1].contains("maximumLineBytes") && told[1].contains("1048576"))
  }

  /// A line may span chunks and end exactly at one.
  @Test(arguments: [(1 << 20) - 1, 1 << 20, (1 << 20) + 1, 2 << 20])
  func linesAcrossChunks(length: Int) throws {
    let frame = #"{"id":"a","title":""}"#.utf8.count
    let line = #"{"id":"a","title":"\#(String(repeating: "x", count: length - frame))"}"#
    let folder = try Folder(["x.ndjson": "\(line)\n\(Self.record("b"))\n"])
    #expect(try Self.told(["x.ndjson"], in: folder) == ["a x.ndjson:1", "b x.ndjson:2"])
  }

  @Test func folders() throws {
    let folder = try Folder([
      "in/b.ndjson": Self.record("b"), "in/a.json": Self.record("a"), "in/deep/c.jsonl": Self.record("c"),
      "in/.hidden.ndjson": Self.record("h"), "in/readme.md": "words", "in/deep/.git/d.ndjson": Self.record("g"),
    ])
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/in/deep/loop", withDestinationPath: folder.path + "/in")
    #expect(
      try Self.told(["in"], in: folder) == [
        "a in/a.json:1", "b in/b.ndjson:1", "c in/deep/c.jsonl:1", "? in: 1 file of no known format skipped",
      ])
  }

  @Test func whatCannotBeReadIsSaid() throws {
    let folder = try Folder(["dull/readme.md": "words", "note.md": "words", "a.ndjson": Self.record("a")])
    try FileManager.default.createDirectory(atPath: folder.path + "/empty", withIntermediateDirectories: false)
    let told = try Self.told(["empty", "dull", "note.md", "a.ndjson"], in: folder)
    #expect(
      told == [
        "! empty: nothing in this folder can be read; `palabre formats` lists what can be read",
        "! dull: nothing in this folder can be read; `palabre formats` lists what can be read",
        "! note.md: not a format that can be read; `palabre formats` lists what can be read",
        "a a.ndjson:1",
      ])
    #expect(throws: SourceError.notFound(folder.path + "/missing")) {
      try SourceReader(sources: [folder.path + "/missing"])
    }
  }

  /// A failed export must not pass for one that says all is gone.
  @Test func whatHoldsNoRecordIsRefused() throws {
    let folder = try Folder([
      "in/a.ndjson": Self.record("a"), "in/b.ndjson": "", "in/c.json": "", "in/d.json": " [ ] ", "in/e.jsonl": "\n \n",
    ])
    let reason = "holds no record; if that is meant, leave it out"
    #expect(
      try Self.told(["in", "in/b.ndjson"], in: folder) == [
        "a in/a.ndjson:1", "! in/b.ndjson: \(reason)", "! in/c.json:1: empty; a record is one JSON object",
        "! in/d.json: \(reason)", "! in/e.jsonl: \(reason)", "! in/b.ndjson: \(reason)",
      ])
    let pipe = Pipe()
    try pipe.fileHandleForWriting.close()
    let reader = try SourceReader(sources: ["-"], standardInput: pipe.fileHandleForReading.fileDescriptor)
    guard case .refused(let error) = reader.next() else { throw CancellationError() }
    #expect((error.file, error.reason) == ("-", reason))
    if let more = reader.next() { Issue.record("not the end: \(more)") }
  }

  @Test func danglingLinksAreRefused() throws {
    let folder = try Folder(["in/a.ndjson": Self.record("a")])
    for name in ["in/b.ndjson", "in/deep"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name, withDestinationPath: folder.path + "/nowhere")
    }
    let reason = "cannot be read: No such file or directory"
    #expect(
      try Self.told(["in"], in: folder) == ["a in/a.ndjson:1", "! in/b.ndjson: \(reason)", "! in/deep: \(reason)"])
  }

  /// The superuser may list any folder.
  @Test(.enabled(if: getuid() != 0, "the superuser may read everything"))
  func lockedFoldersAreRefused() throws {
    let folder = try Folder(["in/a.ndjson": Self.record("a"), "in/locked/b.ndjson": Self.record("b")])
    let locked = folder.path + "/in/locked"
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: locked)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: locked) }
    #expect(
      try Self.told(["in"], in: folder) == ["a in/a.ndjson:1", "! in/locked: cannot be read: Permission denied"])
  }

  @Test func fileOverTheLimit() throws {
    let folder = try Folder(["a.json": Self.record("a")])
    var limits = SourceLimits()
    limits.maximumFileBytes = 10
    let told = try Self.told(["a.json"], in: folder, limits: limits)
    #expect(told.count == 1 && told[0].contains("maximumFileBytes"))
  }

  @Test func standardInputAndProgress() throws {
    let folder = try Folder(["a.ndjson": Self.record("a") + "\n" + Self.record("b")])
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data(Self.record("s").utf8))
    try pipe.fileHandleForWriting.close()
    let reader = try SourceReader(sources: ["-"], standardInput: pipe.fileHandleForReading.fileDescriptor)
    guard case .debate(let debate, _, let file, let line) = reader.next() else { throw CancellationError() }
    #expect((debate.id, file, line) == ("s", "-", 1))
    if let more = reader.next() { Issue.record("not the end: \(more)") }
    #expect(reader.totalBytes == nil)
    #expect(reader.bytesRead == 21)

    let files = try SourceReader(sources: [folder.path])
    #expect(files.totalBytes == 43)
    #expect(files.files.count == 1)
    while files.nextRaw() != nil {}
    #expect(files.bytesRead == 43)
  }

  @Test func rawItemsDecodeElsewhere() async throws {
    let folder = try Folder(["a.ndjson": (0..<100).map { Self.record("d\($0)") }.joined(separator: "\n")])
    let reader = try SourceReader(sources: [folder.path])
    let ids = await withTaskGroup(of: [SourceItem].self) { group in
      while let raw = reader.nextRaw() { group.addTask { raw.decode() } }
      return await group.reduce(into: Set<String>()) { ids, items in
        for item in items {
          switch item {
          case .debate(let debate, _, _, _): ids.insert(debate.id)
          default: Issue.record("not a debate: \(item)")
          }
        }
      }
    }
    #expect(ids.count == 100)
  }

  @Test func noticesOnce() throws {
    var filter = NoticeFilter()
    let first = LocatedError(file: "a", line: 1, field: "votes", reason: "unknown key")
    let news = [
      first, LocatedError(file: "b", line: 9, field: "votes", reason: "unknown key"),
      LocatedError(file: "b", line: 9, field: "comments[].votes", reason: "unknown key"),
    ].map { filter.isNew($0) }
    #expect(news == [true, false, true])
  }
}
