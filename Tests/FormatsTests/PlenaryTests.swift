import Debates
import Foundation
import Testing

@testable import Formats

/// What the formats of parliaments share, and how each is recognised.
@Suite struct PlenaryTests {
  @Test(
    arguments: [
      ("<publicwhip scrapeversion=\"a\">", "publicwhip"),
      ("<?xml version=\"1.0\"?><debates><major-heading id=\"1\">", "publicwhip"),
      ("<debates><motion/></debates>", nil),
      ("<compteRendu xmlns=\"http://schemas.assemblee-nationale.fr/referentiel\">", "syceron"),
      ("<compteRendu><uid/><seanceRef/>", "syceron"),
      ("<compteRendu><visite/>", nil),
      ("<Hansard xml:lang=\"EN\">", "hansard-ca"),
      ("<hansard>", nil),
    ] as [(String, String?)]) func recognised(text: String, format: String?)
  {
    #expect(FormatRegistry.recognise(Reading.head(text, file: "x.xml")).map { $0.name } == format)
  }

  @Test(arguments: [
    ("<a>one <b>two</b>\n three</a>", "one two three"),
    ("<a><p>one</p><p>two</p>three</a>", "one\ntwo\nthree"),
    ("<a>  <p> one<br/>two </p>  <p> </p></a>", "one\ntwo"),
    ("<a><table><tr><td>1</td><td>2</td></tr></table></a>", "1\n2"),
    ("<a>x<i>y</i>z</a>", "xyz"),
    ("<a>un\u{A0}: deux</a>", "un\u{A0}: deux"),
    ("<a/>", ""),
  ]) func text(xml: String, plain: String) throws {
    let stream = try XMLStream(ByteStream(Data(xml.utf8)))
    guard case .open(let tag) = try stream.nextEvent() else {
      Issue.record("no element")
      return
    }
    #expect(SpeechText.html.plain(try stream.element(tag, maximumBytes: 10_000)) == plain)
  }

  @Test(
    arguments: [
      ("uk.org.publicwhip/debate/2009-11-25.3.1", "2009-11-25"),
      ("debates2009-11-25a", "2009-11-25"),
      ("2009-99-99/2009-02-28", "2009-02-28"),
      ("12009-11-25", nil), ("2009-11-250", nil), ("2009-11-2", nil), ("", nil),
    ] as [(String, String?)]) func isoDates(text: String, date: String?)
  {
    #expect(DigitDate.iso(in: text) == date)
  }

  @Test(
    arguments: [
      ("Tuesday, January 27, 2026", "2026-01-27"), ("Le mardi 27 janvier 2026", "2026-01-27"),
      ("mercredi 1er août 2024", "2024-08-01"), ("30 February 2024", nil), ("January 2024", "2024-01"), ("mardi", nil),
      ("99999999999999999999 mai 2024", "2024-05"),
    ] as [(String, String?)]) func spelledDates(text: String, date: String?)
  {
    #expect(WrittenDate.iso(in: text) == date)
  }

  @Test(arguments: [("20241106140000000", "2024-11-06"), ("20241306140000000", nil), ("2024", nil), ("", nil)])
  func compactDates(text: String, date: String?) {
    #expect(DigitDate.compact(text) == date)
  }

  @Test(arguments: [
    (
      "Hon. Anne Roux (Minister of Roads, Bridges and Ports, Lib.)",
      "Anne Roux|Lib.|Minister of Roads, Bridges and Ports"
    ),
    ("Mr. Paul Aubin (Elmley—Holm, NDP):", "Paul Aubin|NDP|Elmley—Holm"),
    ("Right Hon. Ada Holm (Prime Minister, Lib.)", "Ada Holm|Lib.|Prime Minister"),
    ("L’hon. Anne Roux (ministre des Ports, Lib.)", "Anne Roux|Lib.|ministre des Ports"),
    ("The Deputy Speaker (Mrs. Joan Tait)", "Joan Tait||The Deputy Speaker"),
    ("La vice-présidente (Mme Joan Tait)", "Joan Tait||La vice-présidente"),
    ("The Speaker", "The Speaker||"), ("Some hon. members:", "Some hon. members||"),
    ("Hon. Anne Roux (Minister of State)", "Anne Roux||Minister of State"),
    ("Mr. Paul Aubin ()", "Paul Aubin||"), ("Hon.", "Hon.||"), ("(", "(||"), (")", ")||"), ("", "-"), (": :", "-"),
  ]) func canadianSpeakers(written: String, parts: String) {
    let speaker = HansardSpeaker(written)
    #expect(speaker.map { "\($0.name)|\($0.party ?? "")|\($0.function ?? "")" } ?? "-" == parts)
  }

  @Test(arguments: [
    ("M. Paul Aubin (UDB)", "Paul Aubin|UDB"), ("Mme Claire Noël, ", "Claire Noël|"),
    ("M.\u{A0}Luc Barré.", "Luc Barré|"),
    ("Mme la ministre", "Mme la ministre|"), ("Plusieurs députés", "Plusieurs députés|"), ("", "-|"), ("()", "-|"),
  ]) func frenchSpeakers(written: String, parts: String) {
    let (name, group) = SyceronParagraph.split(written)
    #expect("\(name ?? "-")|\(group ?? "")" == parts)
  }

  @Test(
    arguments: [
      ("[Translation]", "FR", nil, "en"), ("[Français]", "FR", "en", "fr"), ("[Traduction]", "EN", nil, "fr"),
      ("", "FR", "en", "en"), ("", "FR", nil, "fr"), ("?", "iu", nil, nil),
    ] as [(String, String, String?, String?)])
  func printedLanguage(label: String, spoken: String, edition: String?, printed: String?) {
    let tag = XMLTag(
      name: "FloorLanguage", namespace: nil,
      attributes: [XMLAttribute(name: "language", namespace: nil, value: spoken)], line: 1)
    let element = XMLElement(tag: tag, children: [.text(label)])
    #expect(HansardFloorLanguage(element).printed(edition: edition) == printed)
  }

  @Test func languagesOfAnEditionInBoth() throws {
    let debates = try Reading.debates(
      CanadaHansardFormat.self,
      """
      <Hansard><HansardBody><OrderOfBusiness><SubjectOfBusiness><SubjectOfBusinessTitle>T</SubjectOfBusinessTitle>
      <FloorLanguage language="EN">[English]</FloorLanguage>
      <Intervention><PersonSpeaking><Affiliation>Ms. Ada Holm</Affiliation></PersonSpeaking><Content>
      <ParaText>Good morning.</ParaText><FloorLanguage language="FR">[Français]</FloorLanguage>
      <ParaText>Bonjour.</ParaText><ParaText>Merci.</ParaText></Content></Intervention></SubjectOfBusiness>
      <SubjectOfBusiness><Intervention><Content><ParaText>Encore.</ParaText></Content></Intervention></SubjectOfBusiness>
      </OrderOfBusiness></HansardBody></Hansard>
      """)
    #expect(
      debates.map { $0.transcript.map { "\($0.language ?? "-") \($0.speaker?.name ?? "-"): \($0.text)" } } == [
        ["en Ada Holm: Good morning.", "fr Ada Holm: Bonjour.\nMerci."], ["fr -: Encore."],
      ])
  }
}
