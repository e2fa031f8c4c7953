import Debates
import Foundation
import Testing

@testable import Formats

/// Parliaments' files that are cut, damaged, or made to harm.
@Suite struct ParliamentHostileTests {
  static let formats: [(folder: String, format: any DebateFormat.Type)] = [
    ("publicwhip", PublicWhipFormat.self), ("syceron", SyceronFormat.self), ("hansard-ca", CanadaHansardFormat.self),
    ("popolo", PopoloFormat.self),
  ]

  static let openings = [
    "<debates><major-heading>A</major-heading><speech>",
    "<compteRendu><contenu><point><texte>A</texte><paragraphe><texte>",
    "<Hansard><HansardBody><SubjectOfBusiness><Intervention><Content>",
  ]

  @Test(arguments: zip(openings, ["<b>", "<point>", "<Quote>"])) func depth(opening: String, tag: String) throws {
    let document = Data((opening + String(repeating: tag, count: 300_000)).utf8)
    var readers = 0
    for (_, format) in Self.formats.dropLast() {
      guard format.recognises(Reading.head(opening + "<uid/><seanceRef>")) else { continue }
      let items = try Reading.items(format, document)
      #expect(items.count == 1)
      #expect(items.first.map(\.told)?.contains("maximumDepth") == true)
      readers += 1
    }
    #expect(readers == 1)
  }

  /// Wherever a file is cut, a debate is whole as it is in the whole file, or refused with its line.
  @Test(arguments: ["2024-05-14-debates.xml", "conseil-2024-05-16.xml"])
  func cutAnywhere(file: String) throws {
    let whole = try Self.fixture("publicwhip/\(file)")
    let debates = try Reading.items(PublicWhipFormat.self, whole).compactMap(\.debate)
    for length in stride(from: 1, to: whole.count - 12, by: 7) {
      let items = try Reading.items(PublicWhipFormat.self, whole.prefix(length))
      let kept = items.compactMap(\.debate)
      #expect(kept == Array(debates.prefix(kept.count)), "cut at \(length)")
      guard case .refused(let error)? = items.last else {
        Issue.record("cut at \(length): nothing refused")
        continue
      }
      #expect(error.line != nil)
    }
  }

  /// Whatever is damaged, reading ends and says something or keeps something.
  @Test(arguments: 0..<4) func damaged(index: Int) throws {
    let (folder, format) = Self.formats[index]
    var random = SeededRandom(state: 7 + UInt64(index))
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(FormatGoldenTests.folder)/\(folder)").sorted()
    where name != "expected" {
      let whole = try Self.fixture("\(folder)/\(name)")
      for _ in 0..<120 {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let place = bytes.startIndex + Int.random(in: 0..<bytes.count, using: &random)
          bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
        if Bool.random(using: &random) { bytes = bytes.prefix(Int.random(in: 1...bytes.count, using: &random)) }
        _ = format.recognises(FileHead(bytes: Array(bytes), file: name))
        let items = try Reading.items(format, bytes)
        let people = format is PopoloFormat.Type ? Self.people(bytes).people.count : 0
        #expect(!items.isEmpty || people > 0, "\(name)")
      }
    }
  }

  static func people(_ bytes: Data) -> PeopleList {
    PopoloFormat.people(in: bytes, of: FileContext(file: "people.json", name: "people"))
  }

  @Test func speechOverTheLimitSpoilsItsDebateOnly() throws {
    var limits = SourceLimits()
    limits.maximumLineBytes = 2000
    let long = String(repeating: "x", count: 3000)
    let speech = { (text: String) in "<speech speakername='Joan Tait'><p>\(text)</p></speech>\n" }
    let document =
      "<debates>\n<major-heading id='a'>A</major-heading>\(speech("one"))"
      + "<major-heading id='b'>B</major-heading>\(speech("two"))\(speech(long))\(speech("three"))"
      + "<major-heading id='c'>C</major-heading>\(String(repeating: speech(String(long.prefix(500))), count: 10))"
      + "<major-heading id='d'>D</major-heading>\(speech("four"))</debates>"
    let items = try Reading.items(PublicWhipFormat.self, Data(document.utf8), limits: limits)
    let told = items.map { String($0.told.prefix(60)) }
    #expect(
      told == [
        "a made.file:2", "! made.file:3: the debate \"B\" is left out: <speech> is over ",
        "! made.file:6: the debate \"C\" is left out: over the limit of", "d made.file:16",
      ])
  }

  /// Debates are handed over as they end: memory does not grow with the file.
  @Test(arguments: [
    ("<debates>", "<major-heading>A</major-heading><speech><p>TEXT</p></speech>", "</debates>"),
    (
      "<compteRendu><seanceRef/><contenu>",
      "<point nivpoint='1'><texte>A</texte><paragraphe><texte>TEXT</texte></paragraphe></point>",
      "</contenu></compteRendu>"
    ),
    (
      "<Hansard><HansardBody>",
      "<SubjectOfBusiness><Intervention><ParaText>TEXT</ParaText></Intervention></SubjectOfBusiness>",
      "</HansardBody></Hansard>"
    ),
  ]) func streams(opening: String, debate: String, closing: String) throws {
    let one = debate.replacing("TEXT", with: String(repeating: "word ", count: 1000))
    let document = Data((opening + String(repeating: one, count: 1000) + closing).utf8)
    let format = try #require(FormatRegistry.recognise(Reading.head(opening + one)))
    let bytes = ByteStream(document)
    let reader = format.reader(of: bytes, in: FileContext(file: "long.xml", name: "long"))
    _ = try #require(try reader.next())
    #expect(bytes.bytesRead <= ByteStream.chunkBytes)
    var count = 1
    while try reader.next() != nil { count += 1 }
    #expect(count == 1000)
  }

  /// A debate of very many speeches takes time in proportion.
  @Test func manySpeeches() throws {
    let speeches = String(repeating: "<speech speakername='Joan Tait'>x</speech>", count: 50_000)
    let document = Data("<debates><major-heading id='a'>A</major-heading>\(speeches)</debates>".utf8)
    let began = ContinuousClock.now
    let debates = try Reading.items(PublicWhipFormat.self, document).compactMap(\.debate)
    #expect(debates.first?.transcript.count == 50_000)
    #expect(ContinuousClock.now - began < .seconds(60))
  }

  @Test func idThatCannotBeOneIsRefusedWithItsPlace() throws {
    let id = String(repeating: "i", count: 600)
    let items = try Reading.items(
      PublicWhipFormat.self,
      Data("<debates>\n<major-heading id='\(id)'>A</major-heading><speech><p>x</p></speech></debates>".utf8))
    #expect(items.count == 1)
    #expect(items.first?.told.contains("made.file:2: ") == true)
    #expect(items.first?.told.contains("maximumIDBytes") == true)
  }

  static func fixture(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(FormatGoldenTests.folder)/\(path)"))
  }
}

/// The same numbers each time.
private struct SeededRandom: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
