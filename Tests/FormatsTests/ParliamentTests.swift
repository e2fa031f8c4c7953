import Debates
import Foundation
import Testing

@testable import Formats

/// Input that no parliament would send.
@Suite struct ParliamentTests {
  static func tei(_ body: String) -> String {
    """
    <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>\(body)</body></text></TEI>
    """
  }

  static func told(_ format: any DebateFormat.Type, _ text: String, limits: SourceLimits = SourceLimits()) throws
    -> [String]
  {
    try Reading.items(format, Data(text.utf8), limits: limits).map(\.told)
  }

  @Test(arguments: [
    ("<TEI/>", true), ("<TEI.2>", true), ("<t:teiCorpus xmlns:t='http://www.tei-c.org/ns/1.0'>", true),
    ("<TEI xmlns='http://other.example'>", false), ("<teiHeader/>", false), ("TEI", false),
  ]) func recognisesTEI(head: String, isTEI: Bool) {
    #expect(TEIFormat.recognises(Reading.head(head)) == isTEI)
  }

  @Test(arguments: [
    ("<akomaNtoso>", true), ("<akomantoso xmlns='http://www.akomantoso.org/2.0'>", true),
    ("<an:akomaNtoso xmlns:an='http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13'>", true),
    ("<akomaNtoso xmlns='http://other.example'>", false), ("<debate/>", false),
  ]) func recognisesAkomaNtoso(head: String, isAkomaNtoso: Bool) {
    #expect(AkomaNtosoFormat.recognises(Reading.head(head)) == isAkomaNtoso)
  }

  @Test(arguments: [TEIFormat.self, AkomaNtosoFormat.self] as [any DebateFormat.Type])
  func levelsAreBounded(format: any DebateFormat.Type) throws {
    let root = format == TEIFormat.self ? "<TEI><text>" : "<akomaNtoso><debate>"
    for tag in ["<div>", "<u>", "<p>", "<note>", "<gap>", "<speech>", "<debateBody>"] {
      let told = try Self.told(format, root + String(repeating: tag, count: 300_000))
      #expect(told.count == 1)
      #expect(told.first?.hasPrefix("! made.file:1: more than 256 elements inside one another") == true, "\(told)")
    }
  }

  @Test func aSittingOverTheLimitIsRefusedAndTheNextIsRead() throws {
    var limits = SourceLimits()
    limits.maximumFileBytes = 1000
    let long = Self.tei("<u>\(String(repeating: "word ", count: 1000))</u>")
    let told = try Self.told(
      TEIFormat.self, "<teiCorpus>\(long)\(Self.tei("<u>Short.</u>"))</teiCorpus>", limits: limits)
    #expect(
      told == [
        "! made.file:1: the sitting is over the limit of 1000 bytes of text (maximumFileBytes); split it",
        "made/2 made.file:1",
      ])
  }

  @Test func aHeaderOverTheLimitIsRefusedAndTheNextSittingIsRead() throws {
    var limits = SourceLimits()
    limits.maximumLineBytes = 1000
    let long = "<TEI><teiHeader>\(String(repeating: "<date/>", count: 1000))</teiHeader><text><u>A</u></text></TEI>"
    let told = try Self.told(
      TEIFormat.self, "<teiCorpus>\(long)\(Self.tei("<u>Short.</u>"))</teiCorpus>", limits: limits)
    #expect(
      told == [
        "! made.file:1: <teiHeader> is over the limit of 1000 bytes (maximumLineBytes); split it", "made/2 made.file:1",
      ])
  }

  @Test(arguments: [
    "1e400", "-5", "nan", "inf", "99999999999999999999999999", "0x1p3", "", " 3", "1e308",
  ]) func intervalsMayBeAnything(interval: String) throws {
    let timeline =
      "<timeline unit='h'><when xml:id='a'/><when xml:id='b' since='#a' interval='\(interval)'/></timeline>"
    let debate = try #require(
      try Reading.debates(TEIFormat.self, Self.tei("\(timeline)<u start='#b' end='#a'>Said.</u>")).first)
    #expect(debate.transcript.map(\.text) == ["Said."])
    #expect(debate.transcript[0].start == nil || debate.transcript[0].start == 28_800)
    #expect(debate.transcript[0].end == nil || debate.transcript[0].start == nil)
  }

  @Test func speechesInsideSpeechesKeepTheirSpeakers() throws {
    let debate = try #require(
      try Reading.debates(
        TEIFormat.self,
        Self.tei(
          "<u who='#a'>One <u who='#b'>two</u> three <head>four</head><note>no</note></u><p>five <u>six</u> seven</p>")
      ).first)
    #expect(debate.transcript.map(\.text) == ["One", "two", "three four", "five", "six", "seven"])
    #expect(debate.transcript.map(\.speaker?.id) == ["a", "b", "a", nil, nil, nil])
  }

  @Test func headingsAreBoundedAndToldOnce() throws {
    let heads = (0..<3000).map { "<div><head>H\($0 / 2)</head></div><div><head>H7</head></div>" }.joined()
    let debate = try #require(try Reading.debates(TEIFormat.self, Self.tei(heads + "<u>A</u>")).first)
    let agenda = debate.description?.split(separator: "\n") ?? []
    #expect(agenda.count == 1000)
    #expect(Set(agenda).count == 1000)
  }

  /// Whatever is cut off or changed, nothing traps, and what is told is a debate or a located refusal.
  @Test func cutAndChangedFilesNeverTrap() throws {
    var random = SeededRandom(state: 20_130_129)
    var refused = 0
    var read = 0
    for format in ["tei", "akoma-ntoso"] {
      let folder = "\(FormatGoldenTests.folder)/\(format)"
      for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where file.hasSuffix(".xml") {
        let whole = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(file)"))
        for _ in 0..<40 {
          var bytes = whole
          if Bool.random(using: &random) { bytes = bytes.prefix(Int.random(in: 0..<bytes.count, using: &random)) }
          for _ in 0..<Int.random(in: 0..<4, using: &random) where !bytes.isEmpty {
            bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
          }
          let type: any DebateFormat.Type = format == "tei" ? TEIFormat.self : AkomaNtosoFormat.self
          for item in try Reading.items(type, bytes) {
            if item.debate != nil { read += 1 } else { refused += 1 }
          }
          _ = TEIPeopleFormat.people(in: bytes, of: FileContext(file: "made", name: "made"))
        }
      }
    }
    #expect(refused > 100)
    #expect(read > 20)
  }
}

/// The same numbers in every run.
private struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
