import Foundation
import Testing

@testable import Debates

@Suite struct PassageTests {
  static func words(_ count: Int, _ word: String = "mot") -> String {
    Array(repeating: word, count: count).joined(separator: " ")
  }

  static func debate(transcript: [Utterance]) -> Debate {
    var debate = Debate(id: "d", title: "")
    debate.transcript = transcript
    return debate
  }

  @Test func titleOpensTheFirstSubjectPassage() throws {
    var debate = Debate(id: "d", title: "Le vélo")
    debate.description = Self.words(300)
    debate.summary = "Fin."
    debate.date = try Moment("2009")
    debate.language = "fr"
    let passages = debate.passages()
    #expect(passages.map(\.id) == ["d/subject/0", "d/subject/1"])
    #expect(passages[0].text.hasPrefix("Le vélo\nmot mot"))
    #expect(passages.map(\.title) == ["Le vélo", nil])
    #expect(passages[1].text.hasSuffix("mot\nFin."))
    #expect(passages.allSatisfy { $0.date == debate.date && $0.language == "fr" && $0.kind == .subject })
  }

  @Test func blankTextsGiveNoPassage() {
    var debate = Self.debate(transcript: [Utterance(text: " \n\u{A0}")])
    debate.comments = [Comment(text: "")]
    debate.notes = [Note(text: "\t")]
    debate.description = ""
    #expect(debate.passages().isEmpty)
  }

  @Test func talkNeverCrossesSpeakersOrLanguages() {
    let ann = Person(name: "Ann")
    let bob = Person(name: "Bob")
    let passages = Self.debate(transcript: [
      Utterance(speaker: ann, text: " One. "), Utterance(speaker: ann, text: "Two."),
      Utterance(speaker: bob, text: "Three."), Utterance(speaker: bob, language: "fr", text: "Quatre."),
      Utterance(text: "Five."), Utterance(speaker: ann, text: "Six."),
    ]).passages()
    #expect(passages.map(\.text) == ["One. Two.", "Three.", "Quatre.", "Five.", "Six."])
    #expect(passages.map(\.speaker) == [ann, bob, bob, nil, ann])
    #expect(passages.map(\.id) == (0..<5).map { "d/talk/\($0)" })
  }

  @Test func cuesKeepTheirPlace() {
    let passages = Self.debate(transcript: [
      Utterance(start: 1, end: 2, text: "Été 🙂."), Utterance(start: 2.5, text: "Deux."), Utterance(text: "Trois."),
      Utterance(start: 4, text: "Quatre."),
    ]).passages()
    #expect(passages.count == 1)
    let text = Array(passages[0].text.utf16)
    let begins = passages[0].cues.map { String(decoding: text[$0.offset...].prefix(2), as: UTF16.self) }
    #expect(begins == ["Ét", "De", "Qu"])
    #expect(passages[0].cues.map(\.start) == [1, 2.5, 4])
    #expect(passages[0].cues.map(\.end) == [2, nil, nil])
  }

  @Test func longUtterancesAreCutAtSentences() {
    let sentence = Self.words(99) + " fin. "
    let passages = Self.debate(transcript: [
      Utterance(start: 100, end: 200, text: String(repeating: sentence, count: 5)), Utterance(text: "Suite."),
    ]).passages()
    #expect(passages.map { $0.text.split(separator: " ").count } == [200, 200, 101])
    #expect(passages[2].text.hasSuffix("fin. Suite."))
    #expect(passages.map { ($0.cues.first?.start ?? 0).rounded() } == [100, 140, 180])
    #expect(passages.allSatisfy { $0.cues.count == 1 && $0.cues[0].end == 200 })
  }

  @Test func commentIDs() {
    var debate = Debate(id: "d", title: "")
    debate.comments = [
      Comment(text: "first"), Comment(id: "0", text: "zero"), Comment(id: "c", text: Self.words(600)),
      Comment(id: "c", text: "again"), Comment(id: "c.1", text: "dotted"), Comment(text: ""), Comment(text: "last"),
    ]
    #expect(
      debate.passages().map(\.id)
        == [
          "0~2", "0", "c", "c.1~2", "c.2", "c~2", "c.1", "6",
        ].map { "d/comment/" + $0 })
  }

  @Test func profilesAndNotes() throws {
    var debate = Debate(id: "d", title: "")
    debate.speakers = [
      Speaker(id: "a", name: "Ann", affiliation: "Works", headline: "Head", bio: "Bio.", expertises: ["x", "y"]),
      Speaker(id: "b", name: "Bob"),
    ]
    debate.notes = [Note(author: Person(name: "Léa"), date: try Moment("2010"), text: "Note.")]
    let passages = debate.passages()
    #expect(passages.map(\.id) == ["d/note/0", "d/profile/0", "d/profile/1"])
    #expect(passages.map(\.text) == ["Note.", "Ann\nWorks\nHead\nBio.\nx, y", "Bob"])
    #expect(passages.map(\.speaker?.id) == ["lea", "a", "b"])
    #expect(passages[0].date?.text == "2010")
  }

  @Test func repeatedCommentIDsAreNumbered() {
    var debate = Debate(id: "d", title: "")
    debate.comments = ["x", "x", "x~2", "x", nil, "4", "4"].map { Comment(id: $0, text: "mot") }
    let ids = ["x", "x~3", "x~2", "x~4", "4~2", "4", "4~3"]
    #expect(debate.passages().map(\.id) == ids.map { "d/comment/\($0)" })
  }

  @Test(.timeLimit(.minutes(5))) func manyCommentsOfOneID() {
    var debate = Debate(id: "d", title: "")
    debate.comments = Array(repeating: Comment(id: String(repeating: "x", count: 500), text: "mot"), count: 20_000)
    #expect(Set(debate.passages().map(\.id)).count == 20_000)
  }

  /// Whatever the debate: no text lost, none twice, one author a passage, ids unique, pieces within bounds.
  @Test(arguments: 0..<60)
  func holdsForRandomDebates(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let debate = Self.randomDebate(&generator)
    let passages = debate.passages()
    #expect(passages == debate.passages())
    #expect(Set(passages.map(\.id)).count == passages.count)
    for passage in passages {
      let words = passage.text.split(whereSeparator: \.isWhitespace).count
      #expect((1...Debate.passageWords).contains(words))
      #expect(passage.text.utf8.count <= TextSplitter().maximumBytes)
      #expect(passage.text.first?.isWhitespace == false && passage.text.last?.isWhitespace == false)
      let length = passage.text.utf16.count
      #expect(passage.cues.allSatisfy { (0..<length).contains($0.offset) })
      #expect(passage.cues.map(\.offset) == passage.cues.map(\.offset).sorted())
    }
    func ink(_ texts: [String]) -> String { texts.joined().filter { !$0.isWhitespace } }
    func said(by id: String?) -> [String] { debate.transcript.filter { $0.speaker?.id == id }.map(\.text) }
    for id in Set(debate.transcript.map(\.speaker?.id)) {
      let talk = passages.filter { $0.kind == .talk && $0.speaker?.id == id }.map(\.text)
      #expect(ink(talk) == ink(said(by: id)))
    }
    #expect(ink(passages.filter { $0.kind == .comment }.map(\.text)) == ink(debate.comments.map(\.text)))
    #expect(
      ink(passages.filter { $0.kind == .subject }.map(\.text)) == ink([debate.title, debate.description ?? ""]))
  }

  private static func randomDebate(_ generator: inout SeededGenerator) -> Debate {
    let people = ["Ann", "Bob", "Zoé"].map(Person.init(name:)) + [nil]
    var debate = Debate(id: "d", title: randomText(&generator))
    debate.description = randomText(&generator)
    var clock = 0.0
    for _ in 0..<Int.random(in: 0..<40, using: &generator) {
      let start = Bool.random(using: &generator) ? clock : nil
      clock += 3
      debate.transcript.append(
        Utterance(
          start: start, end: Bool.random(using: &generator) ? clock : nil,
          speaker: people.randomElement(using: &generator) ?? nil, text: randomText(&generator)))
    }
    for _ in 0..<Int.random(in: 0..<8, using: &generator) {
      debate.comments.append(
        Comment(id: ["a", "b", "1", "a.1", nil].randomElement(using: &generator) ?? nil, text: randomText(&generator)))
    }
    return debate
  }

  private static func randomText(_ generator: inout SeededGenerator) -> String {
    let words = ["mot", "é", "🙂", "fin.", "quoi ?", "M.", "«non!»", "l’eau…", "\u{A0}", "\n", "a\u{202F}b", ""]
    let count = [0, 1, 5, 40, 300, 900].randomElement(using: &generator) ?? 0
    var text = (0..<count).compactMap { _ in words.randomElement(using: &generator) }.joined(separator: " ")
    if Int.random(in: 0..<20, using: &generator) == 0 { text += String(repeating: "é", count: 9000) }
    return text
  }
}
