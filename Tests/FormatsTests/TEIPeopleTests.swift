import Debates
import Foundation
import Testing

@testable import Formats

@Suite struct TEIPeopleTests {
  static let list = """
    <?xml version="1.0"?>
    <listPerson xmlns="http://www.tei-c.org/ns/1.0" xml:id="people">
      <person xml:id="roux">
        <persName to="2015"><forename>Claire</forename><surname>Petit</surname></persName>
        <persName from="2015"><surname>Roux</surname><forename>Claire</forename><addName>Clairette</addName></persName>
        <sex value="F"/><birth when="1970-01-01"/>
        <affiliation ref="#left" from="2010" to="2014-05-01"/>
        <affiliation ref="#right" from="2014-05-02"><roleName>Maire</roleName></affiliation>
      </person>
      <person sameAs="#roux"/>
      <person xml:id="nameless"><sex value="M"/></person>
      <person xml:id="lee"><persName>Mr Sam Lee</persName><affiliation><orgName>Cycle Works</orgName></affiliation></person>
      <listOrg><org xml:id="left" role="politicalParty"><orgName>Left Bank</orgName></org>
        <org xml:id="right" role="politicalParty"><orgName full="yes">Right Bank</orgName><orgName full="abb">RB</orgName></org></listOrg>
    </listPerson>
    """

  static func people(_ text: String) -> PeopleList {
    TEIPeopleFormat.people(in: Data(text.utf8), of: FileContext(file: "made.xml", name: "made"))
  }

  @Test func namesAndMemberships() {
    let list = Self.people(Self.list)
    #expect(list.problems.isEmpty)
    #expect(list.people.map(\.id) == ["roux", "lee"])
    #expect(list.people.map(\.name) == ["Claire Roux", "Sam Lee"])
    #expect(list.people.map(\.otherNames) == [["Clairette", "Claire Petit"], []])
    #expect(list.people.map(\.affiliation) == ["Right Bank", "Cycle Works"])
    #expect(list.people.map(\.headline) == ["Maire", nil])
  }

  @Test(
    arguments: [
      ("2009-12-31", nil), ("2010-06-01", "Left Bank"), ("2014-05-01", "Left Bank"), ("2014-05-02", "Right Bank"),
      ("2014", "Left Bank"), (nil, "Right Bank"),
    ] as [(String?, String?)]) func membershipsOfADay(day: String?, group: String?) throws
  {
    let xml = try XMLStream(ByteStream(Data(Self.list.utf8)))
    guard case .open(let tag) = try xml.nextEvent() else { return #expect(Bool(false), "no root") }
    var people = TEIPeople()
    people.add(from: try xml.element(tag, maximumBytes: 1 << 20))
    #expect(people.participant("roux", on: day)?.affiliation == group)
  }

  @Test(arguments: [
    ("<listPerson>", true), ("<listOrg xmlns='http://www.tei-c.org/ns/1.0'>", true),
    ("<teiCorpus><teiHeader/></teiCorpus>", true), ("<teiCorpus><TEI/></teiCorpus>", false), ("<TEI/>", false),
    ("<listPerson xmlns='http://other.example'>", false),
    ("<teiCorpus xml:id=\"ParlaMint-XX\">" + String(repeating: " ", count: 20_000), true),
    ("<teiCorpus xml:id=\"other\">" + String(repeating: " ", count: 20_000), false),
  ]) func recognised(head: String, isList: Bool) {
    #expect(TEIPeopleFormat.recognises(Reading.head(head)) == isList)
  }

  /// Who is in no list of the sitting's own keeps the id by which a list that stands apart knows them.
  @Test func listsThatStandApartShareIdsWithSittings() throws {
    let sitting = ParliamentTests.tei("<note type='speaker'>La présidente :</note><u who='list.xml#roux'>Bonsoir.</u>")
    let debate = try #require(try Reading.debates(TEIFormat.self, sitting).first)
    let person = try #require(Self.people(Self.list).people.first)
    #expect(debate.speakers.map(\.id) == [person.id])
    #expect(debate.speakers.map(\.name) == ["La présidente"])
  }

  @Test func whatCannotBeRead() {
    let cut = Self.people(String(Self.list.prefix { $0 != "W" }))
    #expect(cut.people.map(\.id) == ["roux"])
    #expect(cut.problems.map(\.told) == ["! made.xml:12: cut short: the document is not closed; send the whole file"])
    #expect(
      Self.people("<listPerson/>").problems.map(\.told) == [
        "! made.xml: holds nobody; a list of people has <person> with an xml:id and a <persName>"
      ])
    #expect(
      Self.people("<listOrg><org xml:id='a'><orgName>A</orgName></org></listOrg>").problems.map(\.told) == [
        "? made.xml: holds organisations and no people (organisations: 1); they join people of the same file"
      ])
    let corpus = Self.people("<teiCorpus><TEI><person xml:id='x'><persName>X</persName></person></TEI></teiCorpus>")
    #expect(corpus.people.isEmpty)
    #expect(corpus.problems.count == 1)
  }
}
