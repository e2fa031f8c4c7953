import Debates
import Foundation
import Testing

@testable import Formats

/// What is known of a source beforehand holds for its files and for no others.
@Suite struct SourceHintTests {
  private static let captions = "WEBVTT\n\n00:01.000 --> 00:02.000\nBonjour.\n"

  /// Each debate with its language, and that of its first utterance.
  private func languages(_ sources: [Source], in folder: SourceReaderTests.Folder) throws -> [String: [String?]] {
    let reader = try SourceReader(
      sources.map { Source("\(folder.path)/\($0.path)", profiles: $0.profiles, language: $0.language) })
    var languages: [String: [String?]] = [:]
    while let item = reader.next() {
      guard case .debate(let debate, _, _, _) = item else { continue }
      languages[debate.id] = [debate.language, debate.transcript.first?.language]
    }
    return languages
  }

  @Test func languageIsForDebatesThatNameNone() throws {
    let folder = try SourceReaderTests.Folder([
      "in/a.ndjson": SourceReaderTests.record("none") + "\n" + #"{"id":"own","title":"","language":"en-GB"}"#,
      "in/b.json": SourceReaderTests.record("json"),
      "in/page.html": "<html lang=en><p>The lanes along the river are to be widened.</p></html>",
      "in/bare.html": "<html><p>The lanes along the river are to be widened.</p></html>",
      "in/talk.vtt": Self.captions, "in/named.en.vtt": Self.captions, "in/json.vtt": Self.captions,
      "other/c.ndjson": SourceReaderTests.record("other"),
    ])
    #expect(
      try languages([Source("in", language: "fr"), Source("other")], in: folder) == [
        "none": ["fr", nil], "own": ["en", nil], "json": ["fr", nil], "page": ["en", nil], "bare": ["fr", nil],
        "talk": ["fr", nil], "named": ["en", "en"], "other": [nil, nil],
      ])
  }

  /// What is known of a source is part of what two surveys compare: without it, pages that a profile read badly would
  /// stay as they were when it is mended.
  @Test func surveysTellHintsApart() throws {
    let folder = try SourceReaderTests.Folder(["a.html": "<html><h1>A</h1><h3>Lanes</h3></html>"])
    func survey(_ title: String = "//h1", language: String? = nil) throws -> SourceSurvey {
      let yaml = "name: town\ntitle: \(title)\ndescription: //p\ncategory: //b\nlocation: //i"
      let profile = try PageProfile(yaml: yaml, file: "town.yaml")
      let source = Source(folder.path, profiles: [profile], language: language)
      return try #require(try SourceSurvey([source], now: Date(timeIntervalSinceNow: 60)))
    }
    #expect(try survey() == survey())
    #expect(try survey() != survey("//h3"))
    #expect(try survey() != survey(language: "fr"))
    #expect(try survey(language: "en") != survey(language: "fr"))
  }

  /// A title is looked for where the source's profile says; the same page elsewhere is read without it.
  @Test func profilesAreForTheirSource() throws {
    let page = "<html><title>window</title><h3>Lanes</h3><p>The lanes along the river are to be widened.</p></html>"
    let folder = try SourceReaderTests.Folder(["in/a.html": page, "other/b.html": page])
    let profile = try PageProfile(yaml: "name: town\ntitle: //h3\ndescription: //p", file: "town.yaml")
    let reader = try SourceReader([
      Source(folder.path + "/in", profiles: [profile]), Source(folder.path + "/other"),
    ])
    var titles: [String] = []
    while let item = reader.next() {
      if case .debate(let debate, _, _, _) = item { titles.append(debate.title) }
    }
    #expect(titles == ["Lanes", "window"])
  }
}
