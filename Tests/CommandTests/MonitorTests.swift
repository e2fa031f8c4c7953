import Foundation
import TestTools
import Testing

@testable import Indexing
@testable import palabre

/// Those who are told how a run ended.
@Suite struct MonitorTests {
  private static let hasCurl = ["libcurl.so.4", "libcurl-gnutls.so.4", "libcurl.4.dylib"]
    .contains { (name: String) in dlopen(name, RTLD_NOW) != nil }

  @Test(arguments: [
    ("https://hc.example/uuid", "https://hc.example/uuid/fail"), ("http://h", "http://h/fail"),
    ("HTTP://h/", "HTTP://h/fail"), ("https://h:8/a%20b/?k=v&l", "https://h:8/a%20b/fail?k=v&l"),
    ("ftp://h/x", nil), ("file:///etc/hosts", nil), ("http://", nil), ("//h", nil), ("uuid", nil), ("", nil),
  ])
  func addresses(text: String, failure: String?) {
    let address = PingAddress(text)
    #expect(address?.text(isSuccess: true) == (failure == nil ? nil : text))
    #expect(address?.text(isSuccess: false) == failure)
  }

  /// Each run, what it asks for, and what it says of it.
  @Test(
    .enabled(if: hasCurl, "libcurl is not installed"),
    arguments: [
      ("index debates.ndjson", 0, "200 OK", ["GET /p HTTP/1.1"], ""),
      ("index refused.ndjson", 65, "200 OK", ["GET /p HTTP/1.1"], "year 0"),
      ("index nowhere", 66, "204 Fine", ["GET /p/fail HTTP/1.1"], "no such file"),
      ("index debates.ndjson --index debates.ndjson", 73, "200 OK", ["GET /p/fail HTTP/1.1"], "is a file"),
      (
        "index debates.ndjson", 0, "500 Oops", ["GET /p HTTP/1.1"],
        "/p: not pinged: The requested URL returned error: 500"
      ),
      ("index debates.ndjson --jobs 0", 64, "200 OK", [], "--jobs"),
    ])
  func pings(line: String, status: Int32, answer: String, requests: [String], message: String) throws {
    let town = try Town()
    try town.folder.write("refused.ndjson", #"{"id":"b","title":"","date":"0000"}"#)
    let server = try LocalServer(answer: answer)
    defer { server.stop() }
    let result = try town.shell("$palabre \(line) --quiet --ping-url http://127.0.0.1:\(server.port)/p")
    #expect(result.status == status, "\(result.errors)")
    #expect(server.requests == requests)
    if message.isEmpty { #expect(result.errors == "") } else { #expect(result.errors.contains(message)) }
  }

  @Test(.enabled(if: hasCurl, "libcurl is not installed")) func aSwitchThatIsNotThere() throws {
    let town = try Town()
    let server = try LocalServer(answer: nil)
    server.stop()
    let result = try town.palabre("index", "debates.ndjson", "--ping-url", "http://127.0.0.1:\(server.port)")
    #expect(result.status == 0)
    #expect(result.errors.hasPrefix("palabre: warning: http://127.0.0.1:\(server.port): not pinged: Failed to connect"))
  }

  /// Whatever the umask, and beside a run that holds the lock.
  @Test func metricsFiles() throws {
    let town = try Town()
    let index = "$palabre index debates.ndjson --quiet --metrics-file m.prom; echo $?; grep exit_status{ m.prom"
    let first = try town.shell("umask 077; \(index); stat -c %a m.prom 2>/dev/null || stat -f %Lp m.prom")
    #expect(first.output.hasPrefix("0\n") && first.output.hasSuffix("\"} 0\n644\n"), "\(first)")
    let locked = try town.shell(
      """
      sleep 60 | $palabre index - --index town.index & \
      until [ -s town.index/lock ]; do sleep 0.05; done; \
      \(index); grep -c last_success m.prom; kill %1
      """)
    #expect(locked.output.hasPrefix("75\n") && locked.output.contains("\"} 75\n3\n"), "\(locked)")
    let unwritable = try town.palabre(
      "index", "debates.ndjson", "--index", "other.index", "--metrics-file", "no/m.prom")
    #expect(unwritable.status == 0)
    #expect(unwritable.errors.hasPrefix("palabre: warning: no/m.prom: cannot write: open: No such file"))
  }

  @Test func statusTellsOfEachSource() throws {
    let town = try Town()
    try town.folder.write("refused.ndjson", #"{"id":"b","title":"","date":"0000"}"#)
    #expect(try town.palabre("index", "refused.ndjson").status == 65)
    let lines = try town.palabre("status").output.split(separator: "\n").map(String.init)
    let table = lines.drop { $0 != "sources" }.prefix(6)
    let time = "2[-0-9]+T[:0-9]+Z"
    for (line, pattern) in zip(
      table,
      [
        "sources", "  LAST RUN  .*  SOURCE",
        "  \(time)  \(time)  4 +4 +0 +0 +0 +[0-9]+ kB +[0-9]+ s +- +debates.ndjson",
        "  \(time)  \(time)  1 +0 +0 +0 +1 +[0-9]+ kB +[0-9]+ s +\(time) +refused.ndjson",
        "waiting to be mended, since",
        "  \(time)  refused.ndjson:1: record \"b\", date: year 0 .*",
      ])
    {
      #expect(try line.wholeMatch(of: Regex(pattern)) != nil, "\(line)")
    }
    #expect(table.count == 6)
  }

  @Test func sourcesAreForgotten() throws {
    let town = try Town()
    try town.folder.write("more.ndjson", #"{"id":"more","title":"More"}"#)
    #expect(try town.palabre("index", "more.ndjson").status == 0)
    #expect(try town.palabre("status").output.contains("debates.ndjson\n"))
    #expect(try town.palabre("status", "--forget", "./debates.ndjson").status == 0)
    let status = try town.palabre("status").output
    let table = status.components(separatedBy: "last runs").first ?? ""
    #expect(!table.contains("debates.ndjson") && table.contains("more.ndjson") && table.contains("4 debates"))
    let unknown = try town.palabre("status", "--forget", "debates.ndjson")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("--forget debates.ndjson: no such source; palabre status lists them"))
    #expect(try town.palabre("status", "--forget", "x", "--index", "nowhere").status == 66)
  }

  /// A run that was killed is seen at once, and then kept in the receipt of the next one.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/stat"), "/proc is Linux's"))
  func statusTellsOfAnUnfinishedRun() throws {
    let town = try Town()
    let run = try Tool.start(["index", "-", "--index", "town.index"], in: town.folder.path, input: .pipe)
    while FileManager.default.contents(atPath: town.folder.path + "/town.index/lock")?.isEmpty != false { usleep(2000) }
    #expect(try town.palabre("status").output.contains("a run is under way: pid \(run.id) on "))
    run.signal(SIGKILL)
    _ = run.wait()
    if let input = run.input { close(input) }
    #expect(try town.palabre("status").output.contains("a run ended without finishing: pid \(run.id) on "))
    // A run that fails before it begins does not swallow the word.
    #expect(try town.palabre("index", "nowhere").status == 66)
    let after = try town.palabre("status").output
    #expect(!after.contains("without finishing"))
    #expect(after.contains("the run before had not finished: pid \(run.id) on "))
    #expect(after.contains("failed (exit code 66): nowhere: no such file"))
  }
}

/// How far a run is, on a terminal and elsewhere.
@Suite struct ProgressLineTests {
  /// Seconds at which something comes, with its phase, and whether it is shown.
  @Test(arguments: [
    (ProgressLine.Kind.silent, [(0.0, IndexProgress.Phase.reading, false), (99, .publishing, false)]),
    (.terminal, [(0, .reading, true), (0.05, .reading, false), (0.2, .reading, true), (0.21, .joining, true)]),
    (
      .log,
      [
        (0, .reading, false), (29, .joining, false), (31, .joining, true), (60, .publishing, false),
        (62, .publishing, true),
      ]
    ),
  ])
  func when(kind: ProgressLine.Kind, events: [(TimeInterval, IndexProgress.Phase, Bool)]) {
    let began = Date(timeIntervalSince1970: 1_000_000)
    var line = ProgressLine(kind, now: began)
    for (second, phase, isShown) in events {
      #expect(line.isDue(phase, at: began + second) == isShown, "\(second) s")
    }
  }

  @Test func what() {
    var progress = IndexProgress(bytesRead: 3 << 20, totalBytes: 4 << 20, debates: 7, passages: 9, elapsed: 3)
    #expect(ProgressLine.text(progress) == "75 %  3.0 MB of 4.0 MB  1 s left  1.0 MB/s  7 debates, 9 passages")
    progress.totalBytes = nil
    #expect(ProgressLine.text(progress) == "3.0 MB  1.0 MB/s  7 debates, 9 passages")
    progress.phase = .joining
    #expect(ProgressLine.text(progress) == "building the next generation  7 debates, 9 passages")
    progress.phase = .publishing
    #expect(ProgressLine.text(progress) == "writing the changes  7 debates, 9 passages")
  }
}
