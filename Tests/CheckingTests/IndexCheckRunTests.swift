import Checking
import Foundation
import Schema
import TestTools
import Testing

/// The order of the examinations, and what becomes of faults that are found while somebody writes. Nothing here opens a
/// database.
@Suite struct IndexCheckRunTests {
  /// A folder that looks like an index from outside.
  private final class Stage {
    let folder: TemporaryFolder
    var path: String { folder.path + "/index" }
    var asked: [String] = []

    init(_ audiences: [Audience] = [.everyone]) throws {
      folder = try TemporaryFolder()
      try publish("generation-1", audiences)
    }

    func publish(_ generation: String, _ audiences: [Audience] = [.everyone]) throws {
      for audience in audiences { try commit("first", in: generation, audience) }
      try folder.write("index/CURRENT", generation + "\n")
    }

    func commit(_ stamp: String, in generation: String = "generation-1", _ audience: Audience = .everyone) throws {
      try folder.write("index/\(generation)/\(audience.rawValue)/iamglass", stamp)
    }

    /// Runs the check; `examine` finds what is wrong, if anything.
    func check(quick: Bool = false, _ examine: (Examination) throws -> String?) throws -> CheckReport {
      asked = []
      return try IndexCheckRun(path: path, isQuick: quick).run { examination, audience, _ in
        asked.append(([audience?.rawValue].compactMap { $0 } + [examination.rawValue]).joined(separator: " "))
        return try examine(examination).map { [CheckResult(examination, audience, fault: $0)] } ?? []
      }
    }
  }

  @Test func eachDatabaseIsExamined() throws {
    let stage = try Stage([.everyone, .members])
    let report = try stage.check { _ in nil }
    #expect(
      stage.asked == [
        "schema", "public structure", "public content", "members structure", "members content", "debates", "canary",
      ])
    #expect(report.outcome == .sound)
    #expect(report.repetitions == 0)
    #expect(report.results.map(\.detail) == ["generation-1: public, members"])
  }

  @Test func quickReadsNoDatabaseWhole() throws {
    let stage = try Stage()
    _ = try stage.check(quick: true) { _ in nil }
    #expect(stage.asked == ["schema", "debates", "canary"])
  }

  @Test func aFaultInAQuietIndexIsDamage() throws {
    let stage = try Stage()
    let report = try stage.check { $0 == .content ? "a word is missing" : nil }
    #expect(report.outcome == .damaged)
    #expect(report.results.last?.faults == ["a word is missing"])
    #expect(stage.asked.count == 5)
  }

  @Test func aFaultOfTwoCommitsIsLookedAtAgain() throws {
    let stage = try Stage()
    var commits = 0
    let report = try stage.check { examination in
      guard examination == .structure, commits < 2 else { return nil }
      commits += 1
      try stage.commit("commit \(commits)")
      return "a block of another commit"
    }
    #expect(report.outcome == .sound)
    #expect(report.repetitions == 2)
  }

  @Test func commitsWithoutEndAreNotCalledDamage() throws {
    let stage = try Stage()
    var commits = 0
    let report = try stage.check { examination in
      guard examination == .content else { return nil }
      commits += 1
      try stage.commit("commit \(commits)")
      return "a block of another commit"
    }
    #expect(report.outcome == .unsettled)
    #expect(commits == 3)
  }

  @Test func aNewGenerationIsCheckedInstead() throws {
    let stage = try Stage()
    var isReplaced = false
    let report = try stage.check { examination in
      guard examination == .debates, !isReplaced else { return nil }
      isReplaced = true
      try stage.publish("generation-2")
      try FileManager.default.removeItem(atPath: stage.path + "/generation-1")
      return "no such file"
    }
    #expect(report.outcome == .sound)
    #expect(report.generation == "generation-2")
    #expect(report.repetitions == 1)
  }

  @Test func generationsWithoutEndAreNotCalledDamage() throws {
    let stage = try Stage()
    var number = 1
    let report = try stage.check { examination in
      guard examination == .schema else { return nil }
      number += 1
      try stage.publish("generation-\(number)")
      return nil
    }
    #expect(report.outcome == .unsettled)
    #expect(number == 4)
  }

  @Test func whatIsNotOfTheIndexIsTold() throws {
    let stage = try Stage()
    try stage.folder.write("index/lock", "")
    try stage.folder.write("index/receipts.json", "[]")
    try stage.folder.write("index/segments/lane-0", "")
    try stage.folder.write("index/letter.txt", "Dear")
    let report = try stage.check { _ in nil }
    #expect(report.outcome == .sound)
    #expect(
      report.notices == [
        "letter.txt: not of the index",
        "segments: of a run that is under way, or that was stopped; the next run clears it",
      ])
  }

  @Test(arguments: [("generation-7", "generation-7 is missing"), ("generatiof-1", "CURRENT names no generation")])
  func aBadNameInCurrentIsDamage(name: String, reason: String) throws {
    let stage = try Stage()
    try stage.folder.write("index/CURRENT", name)
    let report = try stage.check { _ in nil }
    #expect(report.outcome == .damaged)
    #expect(report.results.first?.faults.first?.contains(reason) == true)
    #expect(stage.asked == [])
  }

  @Test func aDatabaseWithoutItsVersionFileIsDamage() throws {
    let stage = try Stage()
    try stage.folder.write("index/generation-1/members/postlist.glass", "")
    let report = try stage.check { _ in nil }
    #expect(report.outcome == .damaged)
    #expect(report.results.first?.faults.first?.contains("members: its version file (iamglass) is missing") == true)
  }

  @Test func noIndexIsNoDamage() throws {
    let stage = try Stage()
    try FileManager.default.removeItem(atPath: stage.path)
    #expect(throws: IndexError.self) { try stage.check { _ in nil } }
    try stage.folder.write("index/letter.txt", "Dear")
    #expect(throws: IndexError.self) { try stage.check { _ in nil } }
  }
}
