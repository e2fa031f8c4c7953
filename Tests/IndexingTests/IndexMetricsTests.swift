import Foundation
import Schema
import TestTools
import Testing

@testable import Indexing

/// The file that a monitor reads.
@Suite struct IndexMetricsTests {
  /// A label's value, as the format of Prometheus wants it.
  @Test(arguments: [
    ("plain", "plain"), (#"a "b""#, #"a \"b\""#), (#"c:\d"#, #"c:\\d"#), ("a\nb", #"a\nb"#), ("été", "été"),
    ("\\n", "\\\\n"), ("", ""),
  ])
  func labels(value: String, written: String) {
    var family = MetricFamily("m_bytes", "A \\ B\n\"C\"")
    family.add(1, ("index", value))
    #expect(family.text == "# HELP m_bytes A \\\\ B\\n\"C\"\n# TYPE m_bytes gauge\nm_bytes{index=\"\(written)\"} 1\n")
  }

  @Test(arguments: [(0.0, "0"), (1_795_416_454, "1795416454"), (0.25, "0.25"), (-1, "-1"), (1e300, "1e+300")])
  func numbers(value: Double, written: String) {
    var family = MetricFamily("m", "M")
    family.add(value, ("a", "b"))
    #expect(family.text.hasSuffix("} \(written)\n"))
  }

  @Test func nothingKnownIsNothingTold() {
    var family = MetricFamily("m", "M")
    family.add(nil, ("a", "b"))
    #expect(family.text == "")
  }

  /// The samples of a file, the index's name left out.
  private func samples(_ bench: Bench, exitStatus: Int32) throws -> [String: String] {
    let file = bench.root + "/m.prom"
    try IndexMetrics(path: bench.index, exitStatus: exitStatus).write(to: file)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.replacingOccurrences(of: "index=\"\(bench.index)\"", with: "").replacingOccurrences(of: bench.root, with: "")
    }
    #expect(lines.allSatisfy { $0.wholeMatch(of: /palabre_index_[a-z_]+\{[^}]*\} [-+.e0-9]+/) != nil })
    return Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let end = line.lastIndex(of: " ") ?? line.endIndex
        return (String(line[..<end].dropFirst("palabre_index_".count)), String(line[end...].dropFirst()))
      })
  }

  @Test func whatIsToldOfARun() throws {
    let bench = try Bench([
      "a.ndjson": [record("a", "Harbour"), record("b", "B", #""date":"0000""#)],
      "m.ndjson": [record("m", "M", #""visibility":"members""#)],
    ])
    let receipt = try bench.run("a.ndjson", "m.ndjson")
    let found = try samples(bench, exitStatus: 65)
    let end = "\(receipt.finished.timeIntervalSince1970)"
    for (name, value) in [
      ("last_exit_status{}", "65"), ("debates{,audience=\"public\"}", "1"), ("debates{,audience=\"members\"}", "1"),
      ("passages{,audience=\"public\"}", "1"), ("last_run_timestamp_seconds{,source=\"/a.ndjson\"}", end),
      ("last_success_timestamp_seconds{,source=\"/a.ndjson\"}", end),
      ("last_success_timestamp_seconds{,source=\"/m.ndjson\"}", end),
      ("oldest_pending_timestamp_seconds{,source=\"/a.ndjson\"}", "\(receipt.started.timeIntervalSince1970)"),
      ("records{,source=\"/a.ndjson\",outcome=\"indexed\"}", "1"),
      ("records{,source=\"/a.ndjson\",outcome=\"refused\"}", "1"),
      ("records{,source=\"/m.ndjson\",outcome=\"refused\"}", "0"),
    ] {
      #expect(found[name] == value, "\(name)")
    }
    #expect(found["oldest_pending_timestamp_seconds{,source=\"/m.ndjson\"}"] == nil)
    #expect(found["size_bytes{}"].flatMap(Int.init) ?? 0 > 10_000)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: bench.root).sorted() == [
        "a.ndjson", "index", "m.ndjson", "m.prom",
      ])
  }

  /// A run that failed, or found another at work, changes its exit code alone.
  @Test func theRestIsKept() throws {
    let bench = try Bench(["a.ndjson": [record("a", "Harbour")]])
    try bench.run("a.ndjson")
    var before = try samples(bench, exitStatus: 0)
    let lock = try RunLock(root: bench.index, command: "index")
    var during = try samples(bench, exitStatus: 75)
    #expect(during["last_exit_status{}"] == "75")
    // The lock's own file has its bytes.
    for name in ["last_exit_status{}", "size_bytes{}"] {
      #expect(before.removeValue(forKey: name) != nil && during.removeValue(forKey: name) != nil)
    }
    #expect(during == before)
    withExtendedLifetime(lock) {}
  }

  @Test func withoutAnIndexOnlyTheExitCodeIsKnown() throws {
    let bench = try Bench()
    #expect(try samples(bench, exitStatus: 66) == ["last_exit_status{}": "66"])
  }

  @Test func aSourceThatNeverSucceededIsToldAsZero() throws {
    let bench = try Bench(["a.ndjson": [record("a", "Harbour")], "b.ndjson": [record("z", "Bell")]])
    try bench.run("a.ndjson", "b.ndjson")
    try bench.damage(debate: "z")
    try bench.write("b.ndjson", [record("z", "Wall")])
    try bench.remove("index/receipts.json")
    #expect(throws: IndexError.self) { try bench.run("b.ndjson") }
    let found = try samples(bench, exitStatus: 74)
    #expect(found["last_success_timestamp_seconds{,source=\"/b.ndjson\"}"] == "0")
    #expect(found["oldest_pending_timestamp_seconds{,source=\"/b.ndjson\"}"] != nil)
  }

  @Test func aFileThatCannotBeWritten() throws {
    let folder = try TemporaryFolder()
    let file = folder.path + "/nowhere/m.prom"
    #expect(throws: IndexError.self) { try IndexMetrics(path: folder.path, exitStatus: 0).write(to: file) }
  }
}
