import Foundation
import Schema
import TestTools
import Testing
import Xapian

@testable import Indexing

/// A folder with sources and an index, for one test; removed with it.
final class Bench {
  let root = FileManager.default.temporaryDirectory.appendingPathComponent("palabre-" + UUID().uuidString).path
  var index: String { root + "/index" }
  /// Set to try other sizes than the defaults.
  var jobs = 2
  var batchBytes = 48 << 20
  var bytesBeforeSegments: Int?
  /// The lines of the last run's problems, paths relative to the folder.
  private(set) var problems: [String] = []
  /// Batches of the last run that were told of.
  private(set) var progress: [IndexProgress] = []

  init(_ files: [String: [String]] = [:]) throws {
    try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    for (name, lines) in files { try write(name, lines) }
  }

  deinit { try? FileManager.default.removeItem(atPath: root) }

  func write(_ name: String, _ lines: [String]) throws {
    let path = root + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: URL(fileURLWithPath: path))
  }

  func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: root + "/" + name) }

  /// Indexes sources named relative to the folder; an absolute one stands for itself.
  @discardableResult
  func run(_ sources: String..., prune: Bool = false) throws -> Receipt {
    var options = IndexOptions(sources: sources.map { $0.hasPrefix("/") ? $0 : root + "/" + $0 }, index: index)
    options.prune = prune
    options.jobs = jobs
    options.batchBytes = batchBytes
    options.bytesBeforeSegments = bytesBeforeSegments
    problems = []
    progress = []
    return try IndexRun(options).run(
      onProgress: { self.progress.append($0) },
      onProblem: { self.problems.append("\($0)".replacingOccurrences(of: self.root + "/", with: "")) })
  }

  func path(of audience: Audience) throws -> String {
    let layout = IndexLayout(root: index)
    return layout.database(audience, in: try #require(try layout.generation()))
  }

  /// Everything that an audience's database holds, in an order of its own.
  func dump(_ audience: Audience = .everyone) throws -> [String] {
    try IndexDump.lines(of: index, audience, root: root)
  }

  /// The ids of the debates that an audience's database holds, with their titles.
  func debates(_ audience: Audience = .everyone) throws -> [String: String] {
    let path = try path(of: audience)
    guard FileManager.default.fileExists(atPath: path) else { return [:] }
    return try Dictionary(
      uniqueKeysWithValues: StoredDebate.all(in: Reader(path: path)).map { ($0.id, $0.title) })
  }

  func documents(with term: String, _ audience: Audience = .everyone) throws -> Int {
    Int(try Reader(path: try path(of: audience)).frequency(ofTerm: term))
  }
}

extension Receipt {
  /// Some of its counts.
  func tally(_ counts: KeyPath<Receipt, Int>...) -> [Int] { counts.map { self[keyPath: $0] } }
}

func record(_ id: String, _ title: String, _ more: String = "") -> String {
  #"{"id":"\#(id)","title":"\#(title)"\#(more.isEmpty ? "" : "," + more)}"#
}

/// Many debates with some talk, no two alike.
func council(_ numbers: Range<Int>, word: String = "quay") -> [String] {
  numbers.map { number in
    record(
      "d\(number)", "Sitting \(number) about the \(word)",
      #""date":"2011-02-03","transcript":[{"speaker":"Ada \#(number % 7)","text":"\#(String(repeating: "Item \(number) was moved, l'article \(number) est adopté. ", count: 20))"}]"#
    )
  }
}

extension Bench {
  func damage(debate id: String) throws {
    let writer = try Writer(path: try path(of: .everyone), mode: .open)
    try writer.setMetadata(StateKey.debate(id), Array("{".utf8))
    try writer.commit()
  }
}
