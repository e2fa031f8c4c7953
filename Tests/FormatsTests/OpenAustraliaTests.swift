import Debates
import Foundation
import Testing

@testable import Formats

/// Two real days of a parliament in Public Whip's XML, against counts made by an independent reading.
@Suite(
  .enabled(
    if: ProcessInfo.processInfo.environment["PALABRE_EVAL_SETS"] != nil, "set PALABRE_EVAL_SETS to the evaluation sets")
)
struct OpenAustraliaTests {
  /// What a file holds.
  struct Expected: Sendable {
    let file: String
    let debates, speeches, spoken, speakers, divisions, letters: Int
    /// Of debate id, title, speaker id and speaker name, speech by speech in order.
    let digest: UInt64
  }

  static let days = [
    Expected(
      file: "2007-09-11", debates: 54, speeches: 256, spoken: 249, speakers: 46, divisions: 8, letters: 312_958,
      digest: 0xC418_A40D_1628_DCD2),
    Expected(
      file: "2009-11-25", debates: 94, speeches: 350, spoken: 323, speakers: 79, divisions: 2, letters: 542_303,
      digest: 0x18CF_F912_6F07_A6B7),
  ]

  static func document(_ name: String) throws -> Data {
    let sets = ProcessInfo.processInfo.environment["PALABRE_EVAL_SETS"] ?? ""
    return try Data(
      contentsOf: URL(fileURLWithPath: "\(sets)/testsuites/openaustralia_xml/spec/fixtures/\(name).xml"))
  }

  @Test(arguments: days) func everySpeechOnceWhereItBelongs(_ day: Expected) throws {
    let items = try Reading.items(PublicWhipFormat.self, try Self.document(day.file))
    let debates = items.compactMap(\.debate)
    #expect(items.filter { $0.debate == nil }.map(\.told) == [])
    #expect(debates.count == day.debates)
    let utterances = debates.flatMap(\.transcript)
    #expect(utterances.count == day.speeches)
    #expect(utterances.count { $0.speaker != nil } == day.spoken)
    let known = utterances.compactMap { $0.speaker?.id }.filter { $0.hasPrefix("uk.org.publicwhip/") }
    #expect(Set(known).count == day.speakers)
    #expect(debates.flatMap(\.notes).count == day.divisions)
    #expect(debates.allSatisfy { $0.date?.text == day.file && $0.transcript.allSatisfy { $0.start == nil } })
    let letters = utterances.reduce(0) { $0 + $1.text.unicodeScalars.count(where: Self.isLetter) }
    #expect(letters == day.letters)

    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    for debate in debates {
      for utterance in debate.transcript {
        let id = utterance.speaker.map { $0.id.hasPrefix("uk.org.publicwhip/") ? $0.id : "" } ?? ""
        let line = [debate.id, debate.title, id, utterance.speaker?.name ?? ""].joined(separator: "|") + "\n"
        for byte in line.utf8 { digest = (digest ^ UInt64(byte)) &* 0x100_0000_01B3 }
      }
    }
    #expect(digest == day.digest)
    print("\(day.file): \(debates.count) debates, \(utterances.count) speeches, \(letters) letters")
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  /// The same day, and ten times its body: memory must not grow with the file. Run one at a time to compare.
  @Test(arguments: [1, 10]) func speed(times: Int) throws {
    let text = String(decoding: try Self.document("2009-11-25"), as: UTF8.self)
    let start = try #require(text.firstRange(of: "<debates>")).upperBound
    let end = try #require(text.firstRange(of: "</debates>")).lowerBound
    let body = String(text[start..<end])
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("palabre-\(UUID().uuidString).xml")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(("<debates>" + String(repeating: body, count: times) + "</debates>").utf8).write(to: file)
    let bytes = try #require(FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int)

    let before = Self.peakMemory
    let began = ContinuousClock.now
    let reader = try SourceReader(sources: [file.path])
    var debates = 0
    while let item = reader.next() { if item.debate != nil { debates += 1 } }
    let seconds = (ContinuousClock.now - began) / .seconds(1)
    #expect(debates == 94 * times)
    print(
      "\(bytes) bytes: \(String(format: "%.1f", Double(bytes) / seconds / 1e6)) MB/s, peak \(before) -> "
        + "\(Self.peakMemory) kB")
  }

  /// The most memory that this process has ever had, in kB.
  static var peakMemory: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}
