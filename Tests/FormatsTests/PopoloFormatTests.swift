import Debates
import Foundation
import Testing

@testable import Formats

@Suite struct PopoloFormatTests {
  /// A file's people, one a line, then what is wrong.
  static func told(_ list: PeopleList) -> [String] {
    list.people.map { person in
      [
        person.id ?? "-", person.name, person.otherNames.joined(separator: "/"), person.otherIDs.joined(separator: " "),
        person.affiliation ?? "-", person.headline ?? "-", person.bio ?? "-",
      ].joined(separator: " | ")
    } + list.problems.map(\.told)
  }

  @Test(arguments: [
    (
      "council-people.json",
      [
        "p1 | Joan Tait | Joan Tait-Holm/J. Tait | uk.org.publicwhip/person/101 "
          + "publicwhip:uk.org.publicwhip/person/101 uk.org.publicwhip/member/11 uk.org.publicwhip/member/10 | "
          + "Harbour Party, Elmley Council, Park Party | Speaker of the Council | Joan Tait raised the harbour wall.",
        "p2 | Lord Barré of Elmley | Luc Barré |  | - | peer | Élu à Elmley.",
        "! people.json: record \"p3\", persons[2].name: missing; give the person a name",
        "! people.json: persons[3]: expected an object, found a text",
        "? people.json: memberships[2].organization_id: 1 reference to what the file does not hold; "
          + "these memberships are kept without it",
      ]
    ),
    (
      "une-personne.json",
      [
        "12 | Anne Roux | Anne Roux-Noël |  | Conseil municipal de Bellerive, Amis du port, Union des berges | maire, Bellerive | -"
      ]
    ),
    (
      "list-of-persons.json",
      [
        "a | Ada Holm |  | 7 | - | - | -", "b | Petit |  |  | - | - | -",
        "! people.json: record \"c\", [2].name: missing; give the person a name",
      ]
    ),
    (
      "truncated.json",
      ["! people.json: cut short: the JSON ends after 39 bytes, and a string is not closed"]
    ),
  ]) func files(file: String, expected: [String]) throws {
    let bytes = try ParliamentHostileTests.fixture("popolo/\(file)")
    #expect(Self.told(ParliamentHostileTests.people(bytes)) == expected)
  }

  @Test(arguments: ["council-people.json", "une-personne.json", "list-of-persons.json"])
  func contactsAreNeverKept(file: String) throws {
    let told = Self.told(ParliamentHostileTests.people(try ParliamentHostileTests.fixture("popolo/\(file)")))
    #expect(!told.isEmpty)
    #expect(!told.joined().contains("@") && !told.joined().contains("555") && !told.joined().contains("1970"))
  }

  @Test(arguments: [
    (#"{"persons": []}"#, "x.json", "popolo"),
    (#"{"areas": [{"id": "1", "name": "N"#, "ep-popolo-v1.0.json", "popolo"),
    (#"{"id": "1", "name": "A", "memberships": []}"#, "x.json", "popolo"),
    (#"[{"id": "1", "name": "A", "identifiers": []}]"#, "x.json", "popolo"),
    (#"[{"other_names": []}]"#, "x.data", "popolo"),
    (#"{"id": "1", "title": "T", "memberships": []}"#, "x.json", "json"),
    (#"[{"id": "1", "title": "\"persons\": ["}]"#, "x.json", "json"),
    (#"{"id": "1", "title": "", "speakers": [{"name": "A", "other_names": []}]}"#, "x.json", "json"),
    (#"{"id": "1", "areas": []}"#, "x.json", "json"),
    (#"{"persons": []}"#, "x.ndjson", "ndjson"),
    ("", "x.json", "json"), ("[", "x.json", "json"), (#"{"\"#, "x.json", "json"), ("]]]{", "x.json", "json"),
  ]) func recognised(text: String, file: String, format: String) {
    #expect(FormatRegistry.recognise(Reading.head(text, file: file)).map { $0.name } == format)
  }

  @Test(arguments: [
    ("{}", "! people.json: holds no persons; a Popolo file lists them under \"persons\" or is one person"),
    ("", "! people.json: cut short"), ("[[[[", "! people.json: cut short"), ("\u{0}", "! people.json: not valid JSON"),
    ("{\"persons\": [[]]}", "! people.json: persons[0]: expected an object, found a list"),
  ]) func refused(text: String, reason: String) {
    let told = Self.told(ParliamentHostileTests.people(Data(text.utf8)))
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix(reason) == true)
  }

  @Test func manyMembershipsToNowhere() {
    let membership = #"{"person_id":"p","organization_id":"gone"}"#
    let document =
      #"{"persons":[{"id":"p","name":"P"}],"memberships":["#
      + Array(repeating: membership, count: 100_000).joined(separator: ",") + "]}"
    let began = ContinuousClock.now
    let told = Self.told(ParliamentHostileTests.people(Data(document.utf8)))
    #expect(
      told == [
        "p | P |  |  | - | - | -",
        "? people.json: memberships[0].organization_id: 100000 references to what the file does not hold; "
          + "these memberships are kept without it",
      ])
    // Anything quadratic would take hours.
    #expect(ContinuousClock.now - began < .seconds(60))
  }
}
