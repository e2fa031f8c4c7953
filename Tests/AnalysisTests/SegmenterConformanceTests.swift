import Foundation
import Testing

@testable import Analysis

/// Our ICU binding against the test files of UAX #29.
///
/// Runs when PALABRE_EVAL_SETS names the folder of the evaluation sets; skipped otherwise, since the files are not part
/// of the repository.
@Suite(.enabled(if: evaluationSets != nil, "PALABRE_EVAL_SETS is not set"))
struct SegmenterConformanceTests {
  private struct Case {
    var line: Int
    var units: [UInt16]
    var scalars: [UInt32]
    var boundaries: [Int]
    var comment: String
  }

  /// Lines such as `÷ 0061 × 0308 ÷ 0062 ÷ # …`: `÷` is a boundary, `×` is none.
  private static func cases(_ file: String) throws -> [Case] {
    let folder = try #require(evaluationSets).appending(path: "testsuites/uax29/src/unicode/data")
    let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      let columns = line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      guard let first = columns.first, first.contains("÷") else { return nil }
      var test = Case(
        line: index + 1, units: [], scalars: [], boundaries: [], comment: columns.count > 1 ? String(columns[1]) : "")
      for item in first.split(whereSeparator: \.isWhitespace) {
        if item == "÷" {
          if !test.units.isEmpty { test.boundaries.append(test.units.count) }
        } else if item != "×", let value = UInt32(item, radix: 16) {
          test.scalars.append(value)
          test.units += Unicode.Scalar(value).map { Array(String($0).utf16) } ?? [UInt16(truncatingIfNeeded: value)]
        }
      }
      return test
    }
  }

  /// Why ICU 72 departs from a case of the file; nil when it must not.
  private static func knownDeviation(_ test: Case, _ found: [Int]) -> String? {
    let extra = Set(found).subtracting(test.boundaries)
    guard Set(test.boundaries).isSubset(of: found) else { return nil }
    let colon: UInt16 = 0x3A
    let besideColon = extra.allSatisfy { boundary in
      // Before the colon, or after it and the marks on it.
      if test.units[boundary] == colon { return true }
      let before = test.units[..<boundary].last { !(0x300...0x36F).contains($0) }
      return before == colon
    }
    return besideColon ? "CLDR 42 takes the colon out of MidLetter, but in Finnish and Swedish" : nil
  }

  @Test func words() throws {
    let segmenter = try Segmenter()
    var segments: [Segmenter.Segment] = []
    try run("WordBreakTest.txt") { units in
      segmenter.segment(units, into: &segments)
      return segments.map(\.end)
    }
  }

  @Test func sentences() throws {
    let segmenter = try Segmenter()
    var ends: [Int] = []
    try run("SentenceBreakTest.txt") { units in
      segmenter.sentenceEnds(units, into: &ends)
      return ends
    }
  }

  private func run(_ file: String, _ boundaries: (UnsafeBufferPointer<UInt16>) -> [Int]) throws {
    let cases = try Self.cases(file)
    #expect(cases.count > 400)
    var passed = 0
    var deviations: [String: Int] = [:]
    for test in cases {
      let found = test.units.withUnsafeBufferPointer(boundaries)
      if found == test.boundaries {
        passed += 1
      } else if let reason = Self.knownDeviation(test, found) {
        deviations[reason, default: 0] += 1
      } else {
        Issue.record("\(file):\(test.line): \(found) instead of \(test.boundaries):\(test.comment)")
      }
    }
    print("\(file): \(passed) of \(cases.count) pass; known deviations: \(deviations)")
  }
}

/// The folder of the evaluation sets, when there is one.
private let evaluationSets = ProcessInfo.processInfo.environment["PALABRE_EVAL_SETS"].map(URL.init(fileURLWithPath:))
