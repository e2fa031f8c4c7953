import Debates
import Foundation
import Testing

@testable import Searching

/// Fixtures/People/identities.tsv: one person under several spellings is one, two people of one name stay two.
@Suite struct PersonIdentityTests {
  @Test func everybodyIsWhoTheyAre() throws {
    let path = FixtureIndex.fixtures + "/People/identities.tsv"
    let worlds = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n\n")
    #expect(worlds.count >= 8)
    for world in worlds {
      let rows = world.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
        $0.split(separator: "\t").map(String.init)
      }
      let people = rows.map { row in
        PersonIdentities.Known(
          person: row[0] == "=" ? Person(name: row[1]) : Person(id: row[0], name: row[1]),
          debates: Set(row[2].split(separator: ",").compactMap { UInt32($0) }))
      }
      for (row, root) in zip(rows, PersonIdentities.resolve(people)) {
        #expect(people[root].person.id == row[3], "\(row[1]) (\(row[4]))")
      }
    }
  }

  @Test func whoStandsInMostDebatesLendsTheName() {
    let people = [
      PersonIdentities.Known(person: Person(name: "Roy Anne"), debates: [1]),
      PersonIdentities.Known(person: Person(name: "Anne Roy"), debates: [2, 3]),
    ]
    #expect(PersonIdentities.resolve(people) == [1, 1])
  }
}
