import Debates
import Foundation
import Testing

@testable import Formats

/// The parser tests of others: WebVTT files of web-platform-tests, and files of a Python package for captions. Runs
/// when PALABRE_EVAL_SETS names the folder of the evaluation sets.
@Suite(.enabled(if: evaluationSets != nil, "PALABRE_EVAL_SETS is not set")) struct CaptionSuiteTests {
  static func data(_ path: String) throws -> Data {
    try Data(contentsOf: try #require(evaluationSets).appendingPathComponent("testsuites/" + path))
  }

  // MARK: web-platform-tests

  /// What the WebVTT parser algorithm makes of a file.
  struct Expectation: CustomTestStringConvertible, Sendable {
    let file: String
    let cues: Int
    /// Milliseconds of the first cue.
    var start = 0
    var end = 1000
    var testDescription: String { file }

    init(_ file: String, _ cues: Int, _ start: Int = 0, _ end: Int = 1000) {
      (self.file, self.cues, self.start, self.end) = (file, cues, start, end)
    }
  }

  /// The algorithm refuses a comma; we read it, since converters of SubRip leave it behind.
  static let timesWithComma = 1

  static let files = [
    Expectation("arrows", 6), Expectation("header-garbage", 1), Expectation("header-space", 1),
    Expectation("header-tab", 1), Expectation("header-timings", 1), Expectation("ids", 5), Expectation("newlines", 4),
    Expectation("nulls", 7), Expectation("regions-old", 2), Expectation("settings-align", 13),
    Expectation("settings-line", 46), Expectation("settings-multiple", 2), Expectation("settings-position", 22),
    Expectation("settings-region", 9), Expectation("settings-size", 16), Expectation("settings-vertical", 8),
    Expectation("signature-bom", 0), Expectation("signature-no-newline", 0), Expectation("signature-space", 0),
    Expectation("signature-space-no-newline", 0), Expectation("signature-tab", 0),
    Expectation("signature-tab-no-newline", 0), Expectation("signature-timings", 0), Expectation("stylesheets", 2),
    Expectation("timings-60", 2, 0, 216_001_000), Expectation("timings-eof", 0),
    Expectation("timings-garbage", Self.timesWithComma),
    Expectation("timings-negative", 4, 0, 0), Expectation("timings-omitted-hours", 3),
    Expectation("timings-too-long", 2), Expectation("timings-too-short", 2), Expectation("whitespace-chars", 3),
  ]

  @Test(arguments: files) func cuesAreThoseOfTheAlgorithm(_ expected: Expectation) throws {
    let decoded = TextDecoding(try Self.data("webvttjs_wpt/test/wpt-file-parsing/\(expected.file).vtt"))
    let bytes = Array(decoded.text.utf8)
    #expect(WebVTTCues.hasSignature(bytes))
    let cues = WebVTTCues(bytes, maximumSeconds: 1_000_000_000).file.cues
    #expect(cues.count == expected.cues, "\(cues)")
    #expect(cues.first.map { $0.start == expected.start && $0.end == expected.end } ?? (expected.cues == 0))
  }

  @Test func everyFileOfTheSuiteIsExpected() throws {
    let folder = try #require(evaluationSets).appendingPathComponent("testsuites/webvttjs_wpt/test/wpt-file-parsing")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".vtt") }
    let known = Set(Self.files.map { $0.file + ".vtt" })
    // Files about regions alone have a cue for each region, which says nothing of talk.
    #expect(names.filter { !known.contains($0) }.allSatisfy { $0.hasPrefix("regions-") })
    #expect(names.count > known.count)
  }

  struct Cue: Decodable {
    let text: String
    let expectedTree: String

    /// The text in the tree; a text of several lines goes on up to its closing quote.
    var expectedText: String {
      var text = ""
      for part in expectedTree.split(separator: "\n| ", omittingEmptySubsequences: false) {
        let node = part.hasPrefix("| ") ? part.dropFirst(2) : part
        let content = node.drop { $0 == " " }
        guard content.first == "\"" else { continue }
        text += content.dropFirst().prefix(upTo: content.lastIndex(of: "\"") ?? content.endIndex)
      }
      return text
    }
  }

  /// Names of HTML 5 that no caption uses; the table of all 2,231 is not worth its weight.
  static let unreadNames = ["&ClockwiseContourIntegral;\n", "&nsubE;\n"]

  @Test(arguments: ["tags", "tree-building", "text", "timestamps", "entities"])
  func textIsThatOfTheTree(_ file: String) throws {
    let data = try Self.data("webvttjs_wpt/test/wpt-cue-parsing/\(file).json")
    let cues = try JSONDecoder().decode([Cue].self, from: data)
    #expect(!cues.isEmpty)
    for cue in cues where !Self.unreadNames.contains(cue.text) {
      // A cue of a file ends at its first empty line.
      let text = cue.text.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
      let read = CueText(Array(text.joined(separator: "\n").utf8)[...], dialect: .webVTT)
      let said = String(decoding: read.runs.flatMap(\.text), as: UTF8.self)
      #expect(said == cue.expectedText, "\(cue.text.debugDescription)")
    }
  }

  @Test(arguments: ["tags", "tree-building", "text", "timestamps", "entities"])
  func cuesOfTheFileAreThoseOfTheList(_ file: String) throws {
    let list = try JSONDecoder().decode(
      [Cue].self, from: try Self.data("webvttjs_wpt/test/wpt-cue-parsing/\(file).json"))
    let bytes = Array(TextDecoding(try Self.data("webvttjs_wpt/test/wpt-cue-parsing/\(file).vtt")).text.utf8)
    let cues = WebVTTCues(bytes, maximumSeconds: 1_000_000_000).file.cues
    #expect(cues.map(\.start) == list.indices.map { $0 * 1000 })
  }

  // MARK: The webvtt package

  /// How many cues have text, and how many problems are told.
  struct Sample: CustomTestStringConvertible, Sendable {
    let file: String
    let utterances: Int
    let refusals: Int
    var testDescription: String { file }

    init(_ file: String, _ utterances: Int, _ refusals: Int = 0) {
      (self.file, self.utterances, self.refusals) = (file, utterances, refusals)
    }
  }

  static let samples = [
    Sample("captions_with_bom.vtt", 4), Sample("comments.vtt", 5), Sample("cue_tags.vtt", 3), Sample("empty.vtt", 0, 1),
    Sample("invalid.vtt", 0, 1), Sample("invalid_format.sbv", 0, 1), Sample("invalid_format1.srt", 0, 1),
    Sample("invalid_format2.srt", 0, 1), Sample("invalid_format3.srt", 0, 1), Sample("invalid_format4.srt", 0, 1),
    Sample("invalid_timeframe.sbv", 4, 1), Sample("invalid_timeframe.srt", 5), Sample("invalid_timeframe.vtt", 6, 1),
    Sample("invalid_timeframe_in_cue_text.vtt", 3), Sample("metadata_headers.vtt", 2),
    Sample("metadata_headers_multiline.vtt", 2), Sample("missing_caption_text.sbv", 4),
    Sample("missing_caption_text.srt", 4), Sample("missing_caption_text.vtt", 4), Sample("missing_timeframe.sbv", 4, 1),
    Sample("missing_timeframe.srt", 4, 1), Sample("missing_timeframe.vtt", 6, 1),
    Sample("netflix_chicas_del_cable.vtt", 943), Sample("no_captions.vtt", 0), Sample("one_caption.srt", 1),
    Sample("one_caption.vtt", 1), Sample("sample.sbv", 5), Sample("sample.srt", 5), Sample("sample.vtt", 16),
    Sample("styles.vtt", 1), Sample("two_captions.sbv", 2), Sample("using_identifiers.vtt", 6),
    Sample("youtube_dl.vtt", 3),
  ]

  @Test(arguments: samples) func samplesAreRead(_ sample: Sample) throws {
    let data = try Self.data("webvtt_py/tests/subtitles/\(sample.file)")
    let head = FileHead(bytes: Array(data.prefix(FileHead.maximumBytes)), file: sample.file)
    let format = try #require(FormatRegistry.recognise(head) as? any TranscriptFormat.Type)
    #expect(format.extensions.contains(head.fileExtension))
    let read = format.transcript(of: data, in: FileContext(file: sample.file, name: "sample"))
    let refusals = read.problems.count { if case .refused = $0 { true } else { false } }
    #expect(read.utterances.count == sample.utterances, "\(read.utterances.map(\.text))")
    #expect(refusals == sample.refusals, "\(read.problems.map(\.told))")
  }
}

private let evaluationSets = ProcessInfo.processInfo.environment["PALABRE_EVAL_SETS"].map(URL.init(fileURLWithPath:))
