import Foundation
import TestTools
import Testing

/// Exit codes of sysexits.h, the message on standard error, and nothing on standard output.
@Suite struct ExitCodeTests {
  struct Row: Sendable, CustomStringConvertible {
    let line: String
    let status: Int32
    let message: String
    var description: String { line }

    init(_ line: String, _ status: Int32, _ message: String) {
      self.line = line
      self.status = status
      self.message = message
    }
  }

  @Test(arguments: [
    Row("frobnicate", 64, "frobnicate"),
    Row("search", 64, "<query>"),
    Row("search wall --rank nonsense", 64, "nonsense"),
    Row("search wall --limit -1", 64, "--limit"),
    Row("search wall --limit 1000001", 64, "--limit takes a number from 0 to"),
    Row("search wall --offset 999999", 64, "--offset takes a number from 0 to"),
    Row("search wall --from sometime", 64, "sometime"),
    Row("index", 64, "<source>"),
    Row("index debates.ndjson --jobs 0", 64, "--jobs"),
    Row("index debates.ndjson --batch 0", 64, "--batch"),
    Row("index debates.ndjson --memory 63", 64, "--memory takes a number from 64 to 65536"),
    Row("search wall --config nowhere.yaml", 64, "nowhere.yaml: no such file"),
    Row("evaluate --queries queries.jsonl --set nonsense=1", 64, "nonsense"),
    Row("serve --port 65536", 64, "--port: port: \"65536\" is not a number from 0 to 65535"),
    Row("serve --workers 0", 64, "--workers: workers: \"0\" is not a number from 1 to 64"),
    Row("serve --base-url example.org", 64, "--base-url: base_url: \"example.org\" is not an address such as https://"),
    Row("serve --allow-origin https://a.example/", 64, "is neither * nor an origin such as https://example.org"),
    Row("serve --audience all", 64, "--audience: audience: \"all\" is none of public, members"),
    Row("serve --nonsense", 64, "--nonsense"),
    Row("index refused.ndjson", 65, "refused.ndjson:2: record \"b\", date: year 0 does not exist"),
    Row("convert refused.ndjson >/dev/null", 65, "refused.ndjson:2: record \"b\", date: year 0 does not exist"),
    Row("evaluate --queries refused.ndjson", 65, "refused.ndjson:1: expected"),
    Row("index nowhere", 66, "nowhere: no such file or folder"),
    Row("convert nowhere", 66, "nowhere: no such file or folder"),
    Row("search wall --index nowhere", 66, "nowhere: no index here; make one with: palabre index"),
    Row("status --index nowhere", 66, "nowhere: no index here"),
    Row("evaluate --queries nowhere", 66, "nowhere: no such file"),
    Row("serve --index nowhere --port 0", 66, "nowhere: no index here; make one with: palabre index"),
    Row("serve --index halved --port 0", 74, "generation-3 is missing"),
    Row("serve --port 0 --host 203.0.113.1", 69, "203.0.113.1:0: cannot listen: Cannot assign requested address; take"),
    Row("index debates.ndjson --index debates.ndjson", 73, "debates.ndjson: is a file"),
    Row("index debates.ndjson --index other", 73, "other: this folder holds something other than an index"),
    Row("index debates.ndjson --index debates.ndjson/below", 73, "cannot write: make a folder: Not a directory"),
    Row("evaluate --queries queries.jsonl --run nowhere/run", 73, "nowhere/run: cannot write: No such file"),
    Row("status --index halved", 74, "generation-3 is missing"),
    Row("index debates.ndjson --index odd", 74, "odd/CURRENT: cannot read: Is a directory"),
    Row("search wall --index halved", 74, "generation-3 is missing"),
  ])
  func eachHasItsCode(row: Row) throws {
    let town = try Town()
    try town.folder.write("refused.ndjson", #"{"id":"a","title":""}"# + "\n" + #"{"id":"b","title":"","date":"0000"}"#)
    try town.folder.write("queries.jsonl", #"{"_id":"1","text":"wall"}"#)
    try town.folder.write("other/letter.txt", "Dear")
    try town.folder.write("halved/CURRENT", "generation-3\n")
    try town.folder.write("odd/CURRENT/letter.txt", "Dear")
    let result = try town.shell("$palabre \(row.line)")
    #expect(result.status == row.status, "\(result.errors)")
    #expect(result.errors.contains(row.message), "\(result.errors)")
    if row.line != "index refused.ndjson" { #expect(result.output == "") }
  }

  @Test func refusalsLeaveTheRestIndexed() throws {
    let town = try Town()
    try town.folder.write("refused.ndjson", #"{"title":""}"# + "\n" + #"{"id":"new","title":"Ferry"}"#)
    #expect(try town.palabre("index", "refused.ndjson").status == 65)
    #expect(try town.palabre("search", "ferry").output.contains("1. Ferry"))
  }

  /// Another run holds the lock: told at once, and nothing is touched.
  @Test func lockedIs75() throws {
    let town = try Town()
    let first = try Tool.start(
      ["index", "-", "--index", "new.index"], in: town.folder.path, input: .pipe, errors: "first.errors")
    // Whoever has the lock says so in it.
    let lock = URL(fileURLWithPath: town.folder.path + "/new.index/lock")
    while (try? Data(contentsOf: lock))?.isEmpty ?? true { usleep(2000) }
    let second = try town.palabre("index", "debates.ndjson", "--index", "new.index")
    #expect(second.status == 75, "\(second.errors)")
    #expect(second.errors.contains("another run is writing to this index"))
    let input = try #require(first.input)
    let record = Data((#"{"id":"late","title":"Late"}"# + "\n").utf8)
    try FileHandle(fileDescriptor: input, closeOnDealloc: false).write(contentsOf: record)
    close(input)
    let status = first.wait()
    let errors = try String(contentsOfFile: town.folder.path + "/first.errors", encoding: .utf8)
    #expect(errors == "")
    #expect(status == 0)
  }

  @Test(arguments: [SIGINT, SIGTERM]) func signalsEndARun(signal: Int32) throws {
    let town = try Town()
    let run = try Tool.start(["index", "-", "--index", "town.index"], in: town.folder.path, input: .pipe)
    usleep(300_000)
    run.signal(signal)
    #expect(run.wait() == 128 + signal)
    if let input = run.input { close(input) }
    #expect(try town.palabre("search", "wall").output.contains("Wall, wall"))
    #expect(try town.palabre("index", "debates.ndjson").output.contains("4 unchanged"))
  }

  /// A disk that is full, a reader that has gone, a standard error that nobody holds.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "/dev/full is Linux's"))
  func outputThatCannotBeWritten() throws {
    let town = try Town()
    for line in ["search wall", "search wall --json", "convert debates.ndjson", "status", "status --json"] {
      let result = try town.shell("$palabre \(line) >/dev/full")
      #expect(result.status == 74, "\(line)")
      #expect(result.errors == "palabre: standard output: cannot write: No space left on device\n", "\(line)")
    }
    #expect(try town.shell("$palabre index nowhere 2>/dev/full").status == 66)
    #expect(try town.shell("$palabre index nowhere 2>&-").status == 66)
  }

  @Test func readersMayLeave() throws {
    let town = try Town()
    let line = "for i in {1..3000}; do cat debates.ndjson; done >big.ndjson; "
    for command in ["convert big.ndjson", "search wall"] {
      let result = try town.shell(line + "$palabre \(command) | head -n 1; echo ${PIPESTATUS[0]}")
      #expect(result.errors == "")
      let lines = result.output.split(separator: "\n")
      #expect(lines.count == 2)
      #expect(["0", "141"].contains(lines.last), "\(command)")
    }
  }
}
