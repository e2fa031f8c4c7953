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
      [
        Track(set: set, kind: "vtt", format: WebVTTFormat.self),
        Track(set: set, kind: "srt", format: SubRipFormat.self),
      ]
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
    #expect(!items.contains { if case .refused = $0 { true } else { false } }, "\(file): \(items.map(\.told))")
    return try #require(items.last?.debate, "\(file): \(items.map(\.told))")
  }

  /// Words in small letters, without punctuation, each with its place in UTF-16.
  static func words(_ text: String) -> [(word: String, offset: Int)] {
    var words: [(word: String, offset: Int)] = []
    var offset = 0
    var word = ""
    func end() {
      if !word.isEmpty { words.append((word.lowercased(), offset - word.utf16.count)) }
      word = ""
    }
    for character in text {
      if character.isLetter || character.isNumber { word.append(character) } else { end() }
      offset += character.utf16.count
    }
    end()
    return words
  }

  /// A passage of talk, and its words.
  struct Spoken {
    let passage: Passage
    let words: [(word: String, offset: Int)]
    let pairs: [String]

    init(_ passage: Passage) {
      self.passage = passage
      words = CaptionEvaluationTests.words(passage.text)
      pairs = zip(words, words.dropFirst()).map { "\($0.word) \($1.word)" }
    }
  }

  /// Where the moment's words are said: in the passage that holds them, or most of their pairs (what is heard differs
  /// by a word here and there), the cue under the first.
  static func place(of moment: String, in passages: [Spoken]) -> (start: Double, speaker: String?)? {
    let wanted = words(moment).map(\.word)
    let pairs = Set(zip(wanted, wanted.dropFirst()).map { "\($0) \($1)" })
    var best = 0
    var place: (start: Double, speaker: String?)?
    for spoken in passages {
      let hits = spoken.pairs.indices.filter { pairs.contains(spoken.pairs[$0]) }
      for hit in hits {
        let count = hits.count { $0 >= hit && $0 < hit + wanted.count }
        guard count > best else { continue }
        best = count
        let cue = spoken.passage.cues.last { $0.offset <= spoken.words[hit].offset }
        place = cue.map { ($0.start, spoken.passage.speaker?.name) }
      }
    }
    return place
  }

  @Test(arguments: Track.all) func momentsAreFoundAtTheirTime(_ track: Track) throws {
    let moments: [Moment] = try Self.rows("\(track.set)/moments.jsonl")
    var passages: [String: [Spoken]] = [:]
    var (near, exact, found, spoken, named) = (0, 0, 0, 0, 0)
    for moment in moments {
      if passages[moment.speech] == nil {
        let debate = try Self.debate(track, moment.speech)
        passages[moment.speech] = debate.passages().filter { $0.kind == .talk }.map(Spoken.init)
      }
      guard let place = Self.place(of: moment.text, in: passages[moment.speech] ?? []) else { continue }
      found += 1
      if abs(place.start - moment.start) <= 5 { near += 1 }
      if abs(place.start - moment.start) < 0.0005 { exact += 1 }
      if let speaker = moment.speaker {
        spoken += 1
        if place.speaker.map(FoldedName.id) == FoldedName.id(of: speaker) {
          named += 1
        } else {
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

  /// Captions were heard by a machine, the gold was written by people: most pairs of words are the same.
  @Test(arguments: Track.all.filter { $0.set == "ibm_transcripts_en" })
  func utterancesSayWhatTheGoldSays(_ track: Track) throws {
    var (shared, wanted) = (0, 0)
    var lateness: [Double] = []
    for speech in try Self.rows("\(track.set)/gold.jsonl") as [Speech] {
      let debate = try Self.debate(track, speech._id)
      let said = debate.transcript.map(\.text).joined(separator: " ")
      let words = Self.words(said).map(\.word)
      let pairs = Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
      for segment in speech.segments {
        let gold = Self.words(segment.text).map(\.word)
        for pair in zip(gold, gold.dropFirst()) {
          wanted += 1
          if pairs.contains("\(pair.0) \(pair.1)") { shared += 1 }
        }
      }
      lateness.append(abs((debate.transcript.last?.end ?? 0) - (speech.segments.last?.end ?? 0)))
    }
    let recall = Double(shared) / Double(wanted)
    let median = lateness.sorted()[lateness.count / 2]
    print("\(track.testDescription): pairs of words that are heard \(recall), ends apart by \(median) s (median)")
    #expect(recall >= 0.7)
    #expect(median <= 5)
  }

  /// Only tells; machines differ.
  @Test func speed() throws {
    let sets = try #require(evaluationSets)
    for track in Track.all where track.set == "ibm_transcripts_en" {
      let folder = sets.appendingPathComponent("\(track.set)/\(track.kind)")
      var all = Data()
      for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
        all.append(try Data(contentsOf: folder.appendingPathComponent(file)))
        all.append(contentsOf: "\n\n".utf8)
      }
      var data = Data()
      while data.count < 8 << 20 { data.append(all) }
      var count = 0
      let time = ContinuousClock().measure {
        count = track.format.transcript(of: data, in: FileContext(file: "all", name: "all")).utterances.count
      }
      print("\(track.testDescription): \(data.count >> 20) MB, \(count) utterances in \(time)")
      #expect(count > 80_000)
    }
  }
}

private let evaluationSets = ProcessInfo.processInfo.environment["PALABRE_EVAL_SETS"].map(URL.init(fileURLWithPath:))
