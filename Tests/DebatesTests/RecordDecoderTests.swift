import Foundation
import Testing

@testable import Debates

@Suite struct RecordDecoderTests {
  static func debate(_ json: String, limits: RecordLimits = RecordLimits()) throws -> Debate {
    guard case .debate(let debate) = try RecordDecoder(limits: limits).decode(Data(json.utf8)).record else {
      throw CancellationError()
    }
    return debate
  }

  static let full = #"""
    {"id": "d1", "title": "Le vélo\n en ville", "url": "https://example.org/d1", "date": "2009-12-02",
     "language": "fr-FR", "category": "Ville", "format": "Talkshow", "treatment": "Debate", "location": "Nantes",
     "description": "Un\r\ndébat.\u0000", "summary": "Court.", "sponsor": "Acme", "proposer": "zoé MARTIN",
     "organizer": "s2", "visibility": "members", "audience": 1250, "opinions": {"count": 3, "mean": 4.5},
     "expertises": ["mobilité", " mobilité ", ""], "connected": ["d2"], "media": {"url": "u", "duration": 61.5},
     "speakers": [{"name": "Zoé Martin", "affiliation": "Ville", "headline": "h", "bio": "b", "expertises": ["x"]},
                  {"id": "s2", "name": "Ann Lee"}],
     "transcript": [{"start": 1, "end": 2.5, "speaker": "s2", "language": "en", "text": "Hello."},
                    {"speaker": "Zoe martin", "text": "Bonjour."}, {"text": "?"}],
     "comments": [{"id": "c1", "author": {"id": "u7", "name": "ANN LEE"}, "date": "2010-01", "text": "Hi", "opinion": 0},
                  {"author": {"name": "Bob"}, "parent": "c1", "text": "Yes", "language": "en"},
                  {"author": "Bob", "text": "No"}, {"author": {"id": "u9", "name": "Léa"}, "text": "Si"}],
     "notes": [{"author": "Léa", "date": "2010", "text": "n"}]}
    """#

  @Test func readsEveryField() throws {
    let debate = try Self.debate(Self.full)
    let zoe = Person(id: "zoe-martin", name: "Zoé Martin")
    let ann = Person(id: "s2", name: "Ann Lee")
    let bob = Person(id: "bob", name: "Bob")
    let lea = Person(id: "u9", name: "Léa")
    let acme = Person(id: "acme", name: "Acme")
    var expected = Debate(id: "d1", title: "Le vélo en ville")
    expected.url = "https://example.org/d1"
    expected.date = try Moment("2009-12-02")
    expected.language = "fr"
    expected.category = "Ville"
    expected.format = "Talkshow"
    expected.treatment = "Debate"
    expected.location = "Nantes"
    expected.description = "Un\ndébat. "
    expected.summary = "Court."
    expected.sponsor = acme
    expected.proposer = zoe
    expected.organizer = ann
    expected.visibility = .members
    expected.audience = 1250
    expected.opinions = Opinions(count: 3, mean: 4.5)
    expected.expertises = ["mobilité"]
    expected.connected = ["d2"]
    expected.media = Media(url: "u", duration: 61.5)
    expected.speakers = [
      Speaker(
        id: zoe.id, name: zoe.name, affiliation: "Ville", headline: "h", bio: "b", expertises: ["x"]),
      Speaker(id: "s2", name: "Ann Lee"),
    ]
    expected.transcript = [
      Utterance(start: 1, end: 2.5, speaker: ann, language: "en", text: "Hello."),
      Utterance(speaker: zoe, text: "Bonjour."), Utterance(text: "?"),
    ]
    expected.comments = [
      Comment(id: "c1", author: ann, date: try Moment("2010-01"), text: "Hi", opinion: 0),
      Comment(author: bob, parent: "c1", text: "Yes", language: "en"), Comment(author: bob, text: "No"),
      Comment(author: lea, text: "Si"),
    ]
    expected.notes = [Note(author: lea, date: try Moment("2010"), text: "n")]
    #expect(debate == expected)
    #expect(debate.people == ["zoe-martin": "Zoé Martin", "s2": "Ann Lee", "bob": "Bob", "u9": "Léa", "acme": "Acme"])
  }

  @Test func canonicalJSONLeadsBack() throws {
    let debate = try Self.debate(Self.full)
    let json = try debate.canonicalJSON()
    #expect(try RecordDecoder().decode(json).record == .debate(debate))
    #expect(try Self.debate(String(decoding: json, as: UTF8.self)).canonicalJSON() == json)
    #expect(!json.contains(0x0A))
    #expect(try !String(decoding: Debate(id: "a", title: "").canonicalJSON(), as: UTF8.self).contains("null"))
  }

  @Test(
    arguments: [
      (#"{"id": "a", "title": 3}"#, "a", "title", "expected a text, found a number"),
      (#"{"title": "x"}"#, nil, "id", "missing"),
      (#"{"id": null, "title": "x"}"#, nil, "id", "missing"),
      (#"{"id": "a"}"#, "a", "title", "missing"),
      (#"{"id": " ", "title": ""}"#, nil, "id", "empty"),
      (#"{"id": "a\u0000", "title": ""}"#, nil, "id", "control character"),
      (#"{"id": "a", "title": "", "date": "0000-01-01"}"#, "a", "date", "year 0"),
      (
        #"{"id": "a", "title": "", "comments": [{"text": ""}, {"date": "2009-02-30"}]}"#, "a", "comments[1].date",
        "not a day"
      ),
      (#"{"id": "a", "title": "", "comments": [{"author": {"id": 1}}]}"#, "a", "comments[0].author.id", "a number"),
      (#"{"id": "a", "title": "", "comments": [{"author": []}]}"#, "a", "comments[0].author", "expected an object"),
      (#"{"id": "a", "title": "", "comments": {}}"#, "a", "comments", "expected a list, found an object"),
      (#"{"id": "a", "title": "", "transcript": ["x"]}"#, "a", "transcript[0]", "expected an object, found a text"),
      (#"{"id": "a", "title": "", "transcript": [{"start": -1}]}"#, "a", "transcript[0].start", "0 or more"),
      (
        #"{"id": "a", "title": "", "transcript": [{"start": 1e300}]}"#, "a", "transcript[0].start", "(maximumSeconds)"
      ),
      (#"{"id": "a", "title": "", "transcript": [{"end": 1e19}]}"#, "a", "transcript[0].end", "(maximumSeconds)"),
      (#"{"id": "a", "title": "", "media": {"duration": 1e300}}"#, "a", "media.duration", "(maximumSeconds)"),
      (
        #"{"id": "a", "title": "", "transcript": [{"start": 2, "end": 1}]}"#, "a", "transcript[0].end",
        "before the start"
      ),
      (#"{"id": "a", "title": "", "speakers": [{"bio": "x"}]}"#, "a", "speakers[0].name", "missing"),
      (
        #"{"id": "a", "title": "", "speakers": [{"name": "x", "expertises": [1]}]}"#, "a", "speakers[0].expertises[0]",
        "a text"
      ),
      (#"{"id": "a", "title": "", "expertises": ["x", 1]}"#, "a", "expertises[1]", "expected a text"),
      (#"{"id": "a", "title": "", "opinions": {"mean": 6}}"#, "a", "opinions.mean", "0 to 5"),
      (#"{"id": "a", "title": "", "audience": 1.5}"#, "a", "audience", "whole number"),
      (#"{"id": "a", "title": "", "audience": -1}"#, "a", "audience", "0 or more"),
      (#"{"id": "a", "title": "", "visibility": "secret"}"#, "a", "visibility", "\"members\""),
      (#"{"id": "a", "title": "", "deleted": "yes"}"#, "a", "deleted", "true or false"),
      (#"{"id": "a", "title": "", "media": 1}"#, "a", "media", "expected an object"),
      ("[]", nil, nil, "found a list"),
      ("", nil, nil, "cut short"),
      (#"{"id": "a", "title": "x"#, nil, nil, "cut short"),
      (#"{"id": "a", "title": "x"} {}"#, nil, nil, "at byte 26"),
      (#"{"id": "a" "title": "x"}"#, nil, nil, "at byte 11"),
    ] as [(String, String?, String?, String)])
  func locatesErrors(json: String, record: String?, field: String?, reason: String) {
    let error = #expect(throws: RecordError.self) { try RecordDecoder().decode(Data(json.utf8)) }
    #expect(error?.record == record)
    #expect(error?.field == field)
    #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
  }

  @Test func invalidUTF8IsLocated() {
    let error = #expect(throws: RecordError.self) {
      try RecordDecoder().decode(Data(#"{"id": ""#.utf8) + [0xFF] + Data(#""}"#.utf8))
    }
    #expect(error?.reason.contains("invalid UTF-8 at byte 8 ") == true)
  }

  @Test func limitsAreNamed() {
    var limits = RecordLimits()
    (limits.maximumIDBytes, limits.maximumTextBytes, limits.maximumUtterances) = (4, 8, 1)
    (limits.maximumComments, limits.maximumEntries, limits.maximumDepth) = (1, 1, 4)
    let cases = [
      ("maximumIDBytes", #""id": "abcde""#), ("maximumTextBytes", #""description": "123456789""#),
      ("maximumUtterances", #""transcript": [{}, {}]"#), ("maximumComments", #""comments": [{}, {}]"#),
      ("maximumEntries", #""notes": [{}, {}]"#), ("maximumEntries", #""connected": ["a", "b"]"#),
      ("maximumDepth", #""other": [[[[1]]]]"#),
    ]
    for (name, member) in cases {
      let json = member.hasPrefix("\"id\"") ? "{\(member)}" : "{\"id\": \"a\", \"title\": \"\", \(member)}"
      let error = #expect(throws: RecordError.self) { try RecordDecoder(limits: limits).decode(Data(json.utf8)) }
      #expect(error?.reason.contains("(\(name))") == true, "\(name): \(error?.reason ?? "")")
    }
  }

  @Test func deepJSONIsRefused() {
    let json = #"{"id": "a", "x": "# + String(repeating: "[", count: 1_000_000)
    let error = #expect(throws: RecordError.self) { try RecordDecoder().decode(Data(json.utf8)) }
    #expect(error?.reason.contains("maximumDepth") == true)
  }

  @Test func unknownKeysAreCollected() throws {
    let json = #"""
      {"id": "a", "title": "", "votes": 1, "media": {"codec": ""}, "comments": [{"likes": 1}, {"likes": 2, "author": {"mail": ""}}]}
      """#
    let (record, unknown) = try RecordDecoder().decode(Data(json.utf8))
    #expect(unknown == ["votes", "media.codec", "comments[].likes", "comments[].author.mail"])
    #expect(record != .deletion(id: "a"))
  }

  @Test(arguments: [
    (#"{"id": "a", "deleted": true}"#, true), (#"{"id": "a", "title": "", "deleted": false}"#, false),
  ])
  func deletions(json: String, deletes: Bool) throws {
    #expect((try RecordDecoder().decode(Data(json.utf8)).record == .deletion(id: "a")) == deletes)
  }

  @Test(arguments: ["s2", "ann LEE"]) func sponsorsMayBeKnown(sponsor: String) throws {
    let debate = try Self.debate(
      #"{"id": "a", "title": "", "sponsor": "\#(sponsor)", "speakers": [{"id": "s2", "name": "Ann Lee"}]}"#)
    #expect(debate.sponsor == Person(id: "s2", name: "Ann Lee"))
    #expect(try RecordDecoder().decode(debate.canonicalJSON()).record == .debate(debate))
  }

  /// Two announced people may share a name; a name alone then leads to the first.
  @Test func homonyms() throws {
    let debate = try Self.debate(
      #"""
      {"id": "a", "title": "", "speakers": [{"id": "1", "name": "Jean Roy"}, {"id": "2", "name": "Jean Roy"}],
       "transcript": [{"speaker": "jean roy", "text": "x"}, {"speaker": "2", "text": "y"}]}
      """#)
    #expect(debate.speakers.map(\.id) == ["1", "2"])
    #expect(debate.transcript.map(\.speaker?.id) == ["1", "2"])
    #expect(try RecordDecoder().decode(debate.canonicalJSON()).record == .debate(debate))
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", " java\tscript:alert(1)", "data:text/html,x", "vbscript:x",
    "file:///etc/x",
  ]) func addressesThatDoHarmAreRefused(address: String) throws {
    let escaped = address.replacing("\t", with: "\\t")
    for record in [
      #"{"id":"a","title":"","url":"\#(escaped)"}"#, #"{"id":"a","title":"","media":{"url":"\#(escaped)"}}"#,
    ] {
      let error = #expect(throws: RecordError.self) { try Self.debate(record) }
      #expect(error?.reason.contains("is not an address of the web") == true)
    }
    // A page is not lost for it.
    var draft = RecordDraft(id: "a", title: "t")
    draft[.url] = address
    draft.mediaURL = address
    let debate = try draft.debate(limits: RecordLimits())
    #expect(debate.url == nil && debate.media == nil)
  }

  @Test(arguments: [
    "https://x.example/a:b", "http://x.example", "/debates/12", "x.example/a", "localhost:8080/a", "a?b=c:d",
  ])
  func addressesOfTheWebStay(address: String) throws {
    #expect(try Self.debate(#"{"id":"a","title":"","url":"\#(address)"}"#).url == address)
  }

  @Test func aSpeakerIsAnnouncedOnce() throws {
    let debate = try Self.debate(
      #"{"id":"a","title":"","speakers":[{"name":"Ada Roux","expertises":["x"]},{"name":"ADA ROUX","bio":"b","expertises":["x","y"]}]}"#
    )
    #expect(debate.speakers.count == 1)
    #expect(debate.speakers.first?.bio == "b")
    #expect(debate.speakers.first?.expertises == ["x", "y"])
  }
}
