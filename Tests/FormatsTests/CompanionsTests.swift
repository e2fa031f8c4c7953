import Debates
import Foundation
import Testing

@testable import Formats

/// What stands in files of its own finds its debate.
@Suite struct CompanionsTests {
  static let captions = "WEBVTT\n\n00:01.000 --> 00:02.500\n<v Ada Roux>Bonsoir à tous.\n"

  /// What each debate holds in words: `id: speaker@start text; …`, then problems.
  static func told(_ files: [String: String], sources: [String] = [""]) throws -> [String] {
    let folder = try SourceReaderTests.Folder(files)
    let reader = try SourceReader(sources: sources.map { folder.path + "/" + $0 })
    var told: [String] = []
    while let item = reader.next() {
      guard case .debate(let debate, let standing, _, _) = item else {
        told.append(item.told.replacing(folder.path + "/", with: ""))
        continue
      }
      let talk = debate.transcript.map { entry in
        "\(entry.speaker?.id ?? "?")@\(entry.start ?? -1)\(entry.language.map { "[\($0)]" } ?? "") \(entry.text)"
      }
      let comments = debate.comments.map { "\($0.author?.name ?? "?"): \($0.text)" }
      told.append(
        "\(debate.id)\(standing == .whole ? "" : " \(standing)"): \((talk + comments).joined(separator: "; "))")
    }
    return told
  }

  static func record(_ id: String, _ more: String = "") -> String {
    #"{"id":"\#(id)","title":""\#(more.isEmpty ? "" : "," + more)}"#
  }

  @Test func captionsJoinByTheDebatesID() throws {
    #expect(
      try Self.told(["a.json": Self.record("talk"), "deep/talk.fr.vtt": Self.captions]) == [
        "talk: ada-roux@1.0[fr] Bonsoir à tous."
      ])
  }

  @Test func captionsJoinByTheRecording() throws {
    let media = #""media":{"url":"https://x.example/v/Soiree.mp4?s=1"}"#
    #expect(
      try Self.told(["all.ndjson": Self.record("a") + "\n" + Self.record("b", media), "Soiree.vtt": Self.captions]) == [
        "a: ", "b: ada-roux@1.0 Bonsoir à tous.",
      ])
  }

  @Test func captionsJoinTheirSidecar() throws {
    let files = [
      "x/talk.json": Self.record("other"), "x/talk.vtt": Self.captions,
      "y/list.json": "[\(Self.record("l1")),\(Self.record("l2"))]",
      "y/list.vtt": Self.captions,
    ]
    #expect(
      try Self.told(files) == [
        "other: ada-roux@1.0 Bonsoir à tous.", "l1: ", "l2: ", "y/list alone: ada-roux@1.0 Bonsoir à tous.",
      ])
  }

  @Test func whoSpeaksIsTheAnnouncedSpeaker() throws {
    let speakers = #""speakers":[{"id":"p7","name":"ADA ROUX"}]"#
    #expect(
      try Self.told(["a.json": Self.record("talk", speakers), "talk.vtt": Self.captions]) == [
        "talk: p7@1.0 Bonsoir à tous."
      ])
  }

  @Test func oneTranscriptALanguage() throws {
    let english = Self.captions.replacing("Bonsoir à tous", with: "Good evening")
    let told = try Self.told([
      "a.json": Self.record("talk"), "talk.en.vtt": english, "talk.fr.vtt": Self.captions,
      "talk.fr.srt": """
      1
      00:00:01,000 --> 00:00:02,500
      Bonsoir
      """,
    ])
    #expect(
      told == [
        "talk: ada-roux@1.0[en] Good evening.; ?@1.0[fr] Bonsoir",
        #"? talk.fr.vtt: left out: debate "talk" has a transcript in this language already"#,
      ])
  }

  @Test func theRecordsOwnTranscriptStands() throws {
    let own = #""language":"fr","transcript":[{"text":"Bonjour."}]"#
    #expect(
      try Self.told(["a.json": Self.record("talk", own), "talk.fr.vtt": Self.captions]) == [
        "talk: ?@-1.0 Bonjour.", #"? talk.fr.vtt: left out: debate "talk" has a transcript in this language already"#,
      ])
  }

  @Test func captionsWithoutADebateAreOne() throws {
    #expect(
      try Self.told(["2009/talk.fr.vtt": Self.captions]) == ["2009/talk alone: ada-roux@1.0[fr] Bonsoir à tous."])
  }

  @Test func tracksOfOneTalkAreOneDebate() throws {
    let told = try Self.told([
      "x/talk.en.vtt": Self.captions, "x/talk.fr.srt": "1\n00:00:01,000 --> 00:00:02,500\nBonsoir\n",
      "x/talk.chapters.vtt": "WEBVTT\n\n00:01.000 --> 00:02.500\nOuverture\n", "y/talk.vtt": Self.captions,
    ])
    #expect(
      told == [
        "x/talk alone: ada-roux@1.0[en] Bonsoir à tous.; ?@1.0[fr] Bonsoir",
        "y/talk alone: ada-roux@1.0 Bonsoir à tous.",
      ])
  }

  /// Many a site calls every recording the same.
  @Test func captionsOfAnotherFoldersRecordingAreNotTaken() throws {
    func record(_ year: String, at address: String = "https://x.example") -> String {
      Self.record("d\(year)", #""media":{"url":"\#(address)/\#(year)/audio.mp3"}"#)
    }
    func captions(_ year: String) -> String { "WEBVTT\n\n00:01.000 --> 00:02.000\nen \(year)\n" }
    let tracks = ["2009/audio.vtt": captions("2009"), "2010/audio.vtt": captions("2010")]
    let expected = ["d2009: ?@1.0 en 2009", "d2010: ?@1.0 en 2010"]
    let beside = ["2009/d.json": record("2009", at: "/a/b"), "2010/d.json": record("2010", at: "/a/b")]
    #expect(try Self.told(tracks.merging(beside) { $1 }) == expected)
    let list = ["all.ndjson": record("2009") + "\n" + record("2010")]
    #expect(try Self.told(tracks.merging(list) { $1 }) == expected)
    let unknown = ["all.json": Self.record("d", #""media":{"url":"https://x.example/audio.mp3"}"#)]
    #expect(
      try Self.told(tracks.merging(unknown) { $1 }) == [
        "d: ", "2009/audio alone: ?@1.0 en 2009", "2010/audio alone: ?@1.0 en 2010",
      ])
  }

  @Test func captionsJoinWhatDownloadersWrite() throws {
    #expect(
      try Self.told(["Talk [x1].info.json": Self.record("x1"), "Talk [x1].fr.vtt": Self.captions]) == [
        "x1: ada-roux@1.0[fr] Bonsoir à tous."
      ])
    let media = #""media":{"url":"https://x.example/D%C3%A9bat%20un.mp4"}"#
    #expect(
      try Self.told(["a.json": Self.record("a", media), "Débat un.vtt": Self.captions]) == [
        "a: ada-roux@1.0 Bonsoir à tous."
      ])
  }

  @Test func brokenCaptionsNameTheirDebate() throws {
    let told = try Self.told(["a.json": Self.record("talk"), "talk.vtt": Self.captions + "\n00:03.000 --> soon\nx\n"])
    #expect(told.first == "talk: ada-roux@1.0 Bonsoir à tous.")
    #expect(told.count == 2)
    #expect(told.last?.hasPrefix(#"! talk.vtt:6: record "talk", times: the end is not a time; "#) == true)
  }

  @Test func captionsInAnArchive() throws {
    let folder = try SourceReaderTests.Folder(["a.json": Self.record("talk")])
    try MadeArchive.write(
      [.init(path: "captions/talk.vtt", content: Data(Self.captions.utf8))], as: .zip, to: folder.path + "/z.zip")
    let reader = try SourceReader(sources: [folder.path])
    #expect(reader.next()?.debate?.transcript.count == 1)
    #expect(reader.next() == nil)
  }

  static let popolo = """
    {"persons":[{"id":"p1","name":"Ada Roux","other_names":[{"name":"Ada R."}],"biography":"Urbaniste."},
    {"id":"p2","name":"Jean Blin"},{"id":"p3","name":"Jean Blin"}],
    "organizations":[{"id":"o1","name":"Ville de Lorme"}],"memberships":[{"person_id":"p1","organization_id":"o1"}]}
    """

  @Test func peopleJoinTheSpeakers() throws {
    let talk = #""transcript":[{"speaker":"Ada R.","text":"Un."},{"speaker":"Jean Blin","text":"Deux."}]"#
    let folder = try SourceReaderTests.Folder(["people.json": Self.popolo, "z.json": Self.record("z", talk)])
    let reader = try SourceReader(sources: [folder.path])
    let debate = try #require(reader.next()?.debate)
    #expect(debate.transcript.map(\.speaker?.id) == ["p1", "jean-blin"])
    #expect(debate.speakers.map(\.name) == ["Ada Roux"])
    #expect(debate.speakers.first?.affiliation == "Ville de Lorme")
    #expect(debate.speakers.first?.bio == "Urbaniste.")
    #expect(reader.next() == nil)
  }

  @Test func peopleAloneAreTold() throws {
    #expect(
      try Self.told(["people.json": Self.popolo]) == [
        "? people.json: describes 3 people; name it in one command with the debates they speak in"
      ])
  }
}
