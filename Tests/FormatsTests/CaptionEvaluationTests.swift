import Debates
import Foundation
import Testing

@testable import Formats

/// Captions of real and made recordings. Runs when PALABRE_EVAL_SETS names the folder of the evaluation sets.
@Suite(.enabled(if: evaluationSets != nil, "PALABRE_EVAL_SETS is not set")) struct CaptionEvaluationTests {
  /// What is said at a known time.
  struct Moment: Decodable {
    let text: String
    let speech: String
    let start: Double
    let speaker: String?
  }

  struct Speech: Decodable {
    struct Segment: Decodable {
      let start, end: Double
      let text: String
    }
    let _id: String
    let segments: [Segment]
  }

  struct Track: CustomTestStringConvertible, Sendable {
    let set, kind: String
    let format: any TranscriptFormat.Type
    var testDescription: String { "\(set)/\(kind)" }

    static let all = ["ibm_transcripts_en", "mpt_transcripts_fr"].flatMap { set in
      [Track(set: set, kind: "vtt", format: WebVTTFormat.self), Track(set: set, kind: "srt", format: SubRipFormat.self)]
    }
  }

  static func rows<Row: Decodable>(_ path: String) throws -> [Row] {
    let data = try Data(contentsOf: try #require(evaluationSets).appendingPathComponent(path))
    return try data.split(separator: 0x0A).map { try JSONDecoder().decode(Row.self, from: Data($0)) }
  }

  static func debate(_ track: Track, _ speech: String) throws -> Debate {
    let file = "\(track.set)/\(track.kind)/\(speech).\(track.kind)"
    let data = try Data(contentsOf: try #require(evaluationSets).appendingPathComponent(file))
    let items = try Reading.items(track.format, data, file: file, name: speech)
    #expect(items.count == 1, "\(file): \(items.map(\.told).prefix(3))")
    return try #require(items.last?.debate, "\(file): \(items.map(\.told))")
  }

  static func words(_ text: String) -> [Substring] { text.split(whereSeparator: \.isWhitespace) }

  /// Where the moment's words are said: in the passage that holds them all, the cue under the first.
  static func place(of moment: String, in passages: [Passage]) -> (start: Double, speaker: String?)? {
    let wanted = words(moment).joined(separator: " ")
    for passage in passages where passage.kind == .talk {
      // Passages fold white space as captions do, so that offsets can be compared.
      guard let range = passage.text.range(of: wanted) else { continue }
      let offset = passage.text.utf16.distance(from: passage.text.startIndex, to: range.lowerBound)
      guard let cue = passage.cues.last(where: { $0.offset <= offset }) else { return nil }
      return (cue.start, passage.speaker?.name)
    }
    return nil
  }

  @Test(arguments: Track.all) func momentsAreFoundAtTheirTime(_ track: Track) throws {
    let moments: [Moment] = try Self.rows("\(track.set)/moments.jsonl")
    var passages: [String: [Passage]] = [:]
    var (near, exact, found, spoken, named) = (0, 0, 0, 0, 0)
    for moment in moments {
      if passages[moment.speech] == nil {
        passages[moment.speech] = try Self.debate(track, moment.speech).passages()
      }
      guard let place = Self.place(of: moment.text, in: passages[moment.speech] ?? []) else { continue }
      found += 1
      if abs(place.start - moment.start) <= 5 { near += 1 }
      if abs(place.start - moment.start) < 0.0005 { exact += 1 }
      if let speaker = moment.speaker {
        spoken += 1
        if place.speaker.map(FoldedName.id) == FoldedName.id(of: speaker) { named += 1 } else {
          print("\(moment.speech)@\(moment.start): \(place.speaker ?? "nobody") instead of \(speaker)")
        }
      }
    }
    let count = Double(moments.count)
    print(
      "\(track.testDescription): \(moments.count) moments, found \(found), within 5 s \(Double(near) / count), "
        + "to the millisecond \(Double(exact) / count), speaker \(named) of \(spoken)")
    #expect(Double(near) / count >= 0.95)
    if track.set == "mpt_transcripts_fr" { #expect(Double(named) / count >= 0.95) }
  }
}

private let evaluationSets = ProcessInfo.processInfo.environment["PALABRE_EVAL_SETS"].map(URL.init(fileURLWithPath:))
