import Debates
import Foundation
import Testing

@testable import Formats

@Suite struct CaptionTests {
  static let context = FileContext(file: "talk.vtt", name: "talk")

  static func read(
    _ text: String, _ format: any TranscriptFormat.Type = WebVTTFormat.self, context: FileContext = context
  ) -> Transcript { format.transcript(of: Data(text.utf8), in: context) }

  /// Cues of one second each, from 0.
  static func vtt(_ cues: String...) -> String {
    "WEBVTT\n\n"
      + cues.enumerated().map { "00:\(digits($0)).000 --> 00:\(digits($0 + 1)).000\n\($1)\n\n" }.joined()
  }

  private static func digits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// "speaker|text" of each utterance.
  static func said(_ cues: [String]) -> [String] {
    let text =
      "WEBVTT\n\n"
      + cues.enumerated().map { "00:\(digits($0)).000 --> 00:\(digits($0 + 1)).000\n\($1)\n\n" }
      .joined()
    return read(text).utterances.map { "\($0.speaker ?? "")|\($0.text)" }
  }

  // MARK: Names of files

  @Test(
    arguments: [
      ("talk.fr.vtt", "talk", "fr"), ("talk.en-US.srt", "talk", "en"), ("talk.fr-orig.vtt", "talk", "fr"),
      ("talk.final.vtt", "talk.final", nil), ("a/b.c/talk.FR.srt", "a/b.c/talk", "fr"), ("talk.vtt", "talk", nil),
      ("talk.v2.fr.forced.srt", "talk.v2", "fr"), ("talk.auto.vtt", "talk.auto", nil), ("talk.fra.vtt", "talk", "fr"),
      ("talk.end.vtt", "talk.end", nil), ("fr.vtt", "fr", nil), ("talk.en-eEY6OEpapPo.vtt", "talk", "en"),
      ("", "", nil),
      ("talk.chapters.fr.vtt", "talk", "fr"), ("talk.fr.chapters.vtt", "talk", "fr"), ("talk..fr.vtt", "talk.", "fr"),
    ] as [(String, String, String?)])
  func namesSayTheirLanguage(_ path: String, stem: String, language: String?) {
    let name = CaptionName(path)
    #expect(name.stem == stem)
    #expect(name.language == language)
    #expect(name.isChapters == path.contains("chapters"))
  }

  // MARK: Who speaks

  @Test(arguments: [
    (["<v Marie Durand>Bonjour.</v> <v.fort Paul>Salut !"], ["Marie Durand|Bonjour.", "Paul|Salut !"]),
    (["<v Marie>Un <b>deux</b>", "trois"], ["Marie|Un deux", "|trois"]),
    (["<v [Musique]>la la"], ["|la la"]),
    (
      ["MARIE DURAND: Bonjour.", "Je poursuis.", "- Moi aussi.", "Fin."],
      ["MARIE DURAND|Bonjour.", "MARIE DURAND|Je poursuis.", "|Moi aussi.", "|Fin."]
    ),
    (["Marie Durand : Bonjour.", "<v Paul>Non.", "Encore."], ["Marie Durand|Bonjour.", "Paul|Non.", "|Encore."]),
    (["- Oui. - Non.\n- Peut-être."], ["|Oui.", "|Non.", "|Peut-être."]),
    (
      ["&gt;&gt; MAYOR: Order. &gt;&gt; Sorry.", "Go on.", ">>> Hello."],
      ["MAYOR|Order.", "|Sorry.", "|Go on.", "|Hello."]
    ),
    (
      ["Le maire : La séance est ouverte.", "Le maire : Bien."], ["Le maire|La séance est ouverte.", "Le maire|Bien."]
    ),
    (["Zoé Petit, adjointe au maire : Je réponds."], ["Zoé Petit, adjointe au maire|Je réponds."]),
    (["MARIE (off): Oui,\nbien sûr."], ["MARIE|Oui, bien sûr."]),
    (["MARIE:\nBonjour à tous"], ["MARIE|Bonjour à tous"]),
    (["SPEAKER 1: yes", "SPEAKER 2: no"], ["SPEAKER 1|yes", "SPEAKER 2|no"]),
  ])
  func speakersAreTold(_ cues: [String], _ expected: [String]) {
    #expect(Self.said(cues) == expected)
  }

  @Test(arguments: [
    "voir http://ville.example", "Note: la rue est fermée", "NOTE : la rue est fermée", "https://ville.example",
    "Rendez-vous à 10:30 : soyez là", "Le fait est là : rien ne change", "[Musique]", "(Applaudissements)", "♪ la la ♪",
    "Monsieur le Maire : une question", "Article 2 : le vélo", "The Answer Is : no", "– soit la moitié –",
    "-5 degrés ce matin", "il y a -- enfin", "À 10 : rien", "RIEN DE PLUS. RAPPEL: le vélo",
    "Mesdames, messieurs : bonsoir", "a > b : c",
  ])
  func talkIsNoSpeaker(_ cue: String) {
    // Enough talk around it for a word before a colon to be just that.
    let talk = (0..<12).map { "la ville parle du vélo \($0)" }
    #expect(Self.said([cue] + talk) == (["\(cue)"] + talk).map { "|\($0)" })
  }

  /// One capitalised word before a colon is a name where the file uses it as one.
  @Test func oneWordIsANameWhenItReturns() {
    let talk = (0..<24).map { "la ville parle \($0)" }
    #expect(Self.said(["Bruno : oui"] + talk)[0] == "|Bruno : oui")
    #expect(Self.said(["Bruno : oui"] + talk + ["Bruno : non"])[0] == "Bruno|oui")
    #expect(Self.said(["Bruno : oui"])[0] == "Bruno|oui")
  }

  /// A line that breaks within a name is not a label.
  @Test func brokenLinesAreNoLabels() {
    #expect(
      Self.said(["comme le disait hier Jean\nPaul Dupont : rien"]) == ["|comme le disait hier Jean Paul Dupont : rien"])
    #expect(Self.said(["C'est fini.\nPaul Dupont : rien"]) == ["|C'est fini.", "Paul Dupont|rien"])
  }

  // MARK: Text

  @Test(arguments: [
    ("<b>a</b> <i.x>b</i> <00:01.000><c>c</c>", "a b c"),
    ("R&amp;D &lt;ok&gt; &eacute;t&#233; &#x20AC;", "R&D <ok> été €"),
    ("<ruby>a<rt>b</rt></ruby>", "ab"), ("deux\nlignes", "deux lignes"), ("a&nbsp;b", "a\u{A0}b"),
  ])
  func markupIsTakenOff(_ cue: String, _ expected: String) {
    #expect(Self.read(Self.vtt(cue)).utterances.map(\.text) == [expected])
  }

  @Test(arguments: [
    ("{\\an8}<font color=\"#fff\">Bonjour</font>", "Bonjour"), ("2 < 3 <3 {ok}", "2 < 3 <3 {ok}"),
    ("<i>R&amp;D</i> AT&T &copy", "R&D AT&T &copy"), ("un<br>deux", "un deux"), ("<inconnu>", "<inconnu>"),
  ])
  func subRipKeepsWhatIsNoMarkup(_ cue: String, _ expected: String) {
    let read = Self.read("1\n00:00:01,000 --> 00:00:02,000\n\(cue)\n", SubRipFormat.self)
    #expect(read.utterances.map(\.text) == [expected])
  }

  @Test func languageOfAWholeCueOnly() {
    let read = Self.read(Self.vtt("<lang fr>Bonjour</lang>", "<lang en>Brexit</lang> est fini", "Fin"))
    #expect(read.utterances.map(\.language) == ["fr", nil, nil])
    #expect(read.utterances.map(\.text) == ["Bonjour", "Brexit est fini", "Fin"])
  }

  @Test func timesAreExact() throws {
    let text = "WEBVTT\n\n01:02:03.457 --> 1002:00:00.001\na\n\n00:59,999 --> 01:00.000\nb\n"
    let read = Self.read(text)
    #expect(read.utterances.map(\.start) == [3723.457, 59.999])
    #expect(read.utterances.map(\.end) == [3_607_200.001, 60])
    let short = Self.read("1\n0:0:1 --> 0:0:2.5\na\n", SubRipFormat.self)
    #expect(short.utterances.map(\.start) == [1])
    #expect(short.utterances.map(\.end) == [2.5])
  }

  // MARK: Captions that roll

  @Test func automaticCaptionsSayEachWordOnce() {
    let text = """
      WEBVTT

      00:00.000 --> 00:02.000 align:start position:0%
      \u{20}
      la<00:00.500><c> ville</c><00:01.000><c> non</c>

      00:02.000 --> 00:02.010 align:start position:0%
      la ville non
      \u{20}

      00:02.010 --> 00:04.000 align:start position:0%
      la ville non
      non<00:02.500><c> merci</c>

      00:04.000 --> 00:04.010 align:start position:0%
      non merci
      \u{20}

      00:04.010 --> 00:06.000 align:start position:0%
      non merci
      bonsoir<00:05.000><c> à</c><00:05.500><c> tous</c>

      """
    let read = Self.read(text).utterances
    #expect(read.map(\.text) == ["la ville non", "non merci", "bonsoir à tous"])
    #expect(read.map(\.start) == [0, 2.01, 4.01])
  }

  @Test func growingCaptionsSayEachWordOnce() {
    let grown = ["la", "la ville", "la ville est", "la ville est belle", "et", "et grande"]
    #expect(Self.said(grown) == ["|la", "|ville", "|est", "|belle", "|et", "|grande"])
  }

  @Test func repeatedWordsStay() {
    let talk = ["Non.", "Non.", "Non, non.", "Je refuse.", "Non.", "La ville", "La ville est belle"]
    #expect(Self.said(talk) == talk.map { "|\($0)" })
  }

  // MARK: Passages

  /// A second transcript begins again at 0: times go backwards, and each passage keeps its own.
  @Test func passagesKeepTimes() throws {
    let french = Self.read(
      "WEBVTT\nLanguage: fr\n\n00:01.250 --> 00:02.375\n<v Marie>Bonjour.\n\n00:02.375 --> 00:04.001\n<v Marie>Salut.\n"
    )
    let english = Self.read("WEBVTT\n\n00:01.300 --> 00:02.400\n<v Marie>Hello.\n")
    var draft = RecordDraft(id: "talk")
    for (read, language) in [(french, "fr"), (english, "en")] {
      for var utterance in read.utterances {
        utterance.language = language
        draft.transcript.append(utterance)
      }
    }
    let talk = try draft.debate(limits: RecordLimits()).passages().filter { $0.kind == .talk }
    #expect(talk.map(\.text) == ["Bonjour. Salut.", "Hello."])
    #expect(
      talk.map(\.cues) == [
        [Cue(offset: 0, start: 1.25, end: 2.375), Cue(offset: 9, start: 2.375, end: 4.001)],
        [Cue(offset: 0, start: 1.3, end: 2.4)],
      ])
  }

  // MARK: Tracks that are no talk

  @Test func tracksOfOtherKindsAreNoTalk() throws {
    let chapters = Self.read(
      "WEBVTT\nKind: chapters\n\n00:00.000 --> 00:10.000\nOuverture\n\n00:10.000 --> 00:20.000\nLe vélo\n")
    #expect(chapters.utterances.isEmpty)
    #expect(chapters.description == "Ouverture\nLe vélo")
    let named = Self.read(
      Self.vtt("Ouverture"), context: FileContext(file: "a/talk.chapters.vtt", name: "a/talk.chapters"))
    #expect(named.description == "Ouverture")
    for data in ["WEBVTT\nKind: metadata\n\n00:00.000 --> 00:10.000\nx\n", Self.vtt("{\"a\": 1}", "{\"b\": [2]}")] {
      let read = Self.read(data)
      #expect(read.utterances.isEmpty)
      #expect(
        read.problems.map(\.told) == ["? talk.vtt: a track of data for programs, not of talk; nothing is read from it"])
    }
    #expect(Self.read("WEBVTT").problems.map(\.told) == ["? talk.vtt: holds no cue"])
  }

  // MARK: Hostile input

  @Test(.timeLimit(.minutes(5))) func hugeInputIsLinear() {
    let word = String(repeating: "mot ", count: 1 << 17)
    #expect(Self.read(Self.vtt(word)).utterances.map(\.text.utf8.count) == [word.utf8.count - 1])
    #expect(
      Self.read("WEBVTT\n" + String(repeating: "\n", count: 2 << 18) + "00:01.000 --> 00:02.000\na").utterances.count
        == 1)
    for sign in ["<", "&", "{\\", "<v ", ">> ", "- A\n", "A: ", "<b>", "-->\n", "a: \n"] {
      let many = String(repeating: sign, count: (1 << 15) / sign.utf8.count)
      _ = Self.read(Self.vtt(many))
      _ = Self.read("1\n00:00:01,000 --> 00:00:02,000\n" + many, SubRipFormat.self)
    }
    let rolling = String(repeating: "a ", count: 1 << 17)
    #expect(Self.read(Self.vtt(rolling, rolling + "b", rolling + "b c")).utterances.map(\.text.utf8.count).last == 1)
  }

  @Test func aBadFileIsToldOfBriefly() {
    let bad = "WEBVTT\n\n" + String(repeating: "x --> y\n\n", count: 1000)
    let problems = Self.read(bad).problems
    #expect(problems.count == CaptionFile.maximumProblems + 1)
    #expect(problems.last?.told == "! talk.vtt: 900 more places that cannot be read")
    let late = Self.read(
      "WEBVTT\n\n99999999999999999999:00:00.000 --> 00:01.000\na\n\n277778:00:00.000 --> 300000:00:00.000\nb\n")
    #expect(late.utterances.isEmpty)
    #expect(late.problems.count == 2)
  }

  /// Cut anywhere and with any byte changed, a file is read or refused.
  @Test func damagedFilesAreReadOrRefused() throws {
    var generator = Generator(state: 7)
    let sources: [(any TranscriptFormat.Type, String)] = [
      (
        WebVTTFormat.self,
        "WEBVTT - Débat\nKind: captions\n\n1\n00:01.000 --> 00:02.500 align:start\n<v Zoé>Oui &amp; <lang en>no</lang>\n- MARIE: Bon\n\nNOTE x\n\n00:02.500 --> 00:03.000\n>> Non.\n"
      ),
      (
        SubRipFormat.self,
        "1\r\n00:00:01,000 --> 00:00:02,500\r\n{\\an8}<i>Zoé Petit : oui</i>\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\n- Non\r\n"
      ),
      (SubViewerFormat.self, "0:00:01.000,0:00:02.500\nOui\n\n0:00:03.000,0:00:04.000\nNon\n"),
    ]
    for round in 0..<300 {
      let (format, text) = sources[round % 3]
      var bytes = Array(text.utf8.prefix(generator.next(text.utf8.count + 1)))
      for _ in 0..<generator.next(4) where !bytes.isEmpty {
        bytes[generator.next(bytes.count)] = UInt8(generator.next(256))
      }
      let read = format.transcript(of: Data(bytes), in: Self.context)
      #expect(!read.utterances.isEmpty || read.description != nil || !read.problems.isEmpty)
      var draft = RecordDraft(id: "talk")
      draft.transcript = read.utterances
      _ = try draft.debate(limits: RecordLimits()).passages()
    }
  }

  /// The same numbers each time.
  private struct Generator {
    var state: UInt64
    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
  }
}
