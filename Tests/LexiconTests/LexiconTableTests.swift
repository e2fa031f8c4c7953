import Lexicon
import TestTools
import Testing

/// The reader, over a table made by hand and over the same with each byte damaged.
@Suite struct LexiconTableTests {
  @Test func entriesAreReadAsTheyWerePacked() {
    MadeTable.reading { table in
      #expect(table.stems(in: .french) == ["impo", "taxe"])
      #expect(table.stems(in: .english) == ["tax"])
      #expect(table.translations(of: "impo", from: .french) == [.init(stem: "tax", weight: 1)])
      #expect(table.translations(of: "taxe", from: .french) == [.init(stem: "tax", weight: 0.2)])
      #expect(table.translations(of: "tax", from: .english) == [.init(stem: "impo", weight: 1)])
      #expect(table.neighbours(of: "impo", in: .french) == [.init(stem: "taxe", weight: 0.6)])
      #expect(table.neighbours(of: "taxe", in: .french) == [])
      #expect(table.share(of: "impo", in: .french) == 0.01)
      #expect(table.share(of: "taxe", in: .french) == 1)
      #expect(table.share(of: "tax", in: .english) == 0.01)
    }
  }

  @Test(arguments: ["", "a", "imp", "impos", "tax", "taxes", "zzz", "\u{0}", "é", String(repeating: "a", count: 1000)])
  func unknownStemsCountAsHalfAPassage(stem: String) {
    MadeTable.reading { table in
      #expect(table.translations(of: stem, from: .french) == [])
      #expect(table.neighbours(of: stem, in: .french) == [])
      #expect(table.share(of: stem, in: .french) == 0.0005)
    }
  }

  @Test func bytesOfAnotherSizeAreAnEmptyTable() {
    for size in 0..<MadeTable.bytes.count { expectEmpty(Array(MadeTable.bytes.prefix(size))) }
    expectEmpty(MadeTable.bytes + [0])
  }

  @Test func bytesOfAnotherKindAreAnEmptyTable() {
    for place in 0..<8 {
      var bytes = MadeTable.bytes
      bytes[place] ^= 0x20
      expectEmpty(bytes)
    }
  }

  @Test func damagedBytesGiveAnswersWithinBounds() {
    for place in MadeTable.bytes.indices {
      for value: UInt8 in [0, 1, 2, 0x7F, 0x80, 0xFF] {
        var bytes = MadeTable.bytes
        bytes[place] = value
        MadeTable.reading(bytes, expectBounds)
      }
    }
  }

  @Test func entriesOfNoiseGiveAnswersWithinBounds() {
    var noise = Seeded(seed: 1)
    for _ in 0..<1000 {
      let header = MadeTable.bytes.prefix(32)
      let rest = (32..<MadeTable.bytes.count).map { _ in UInt8.random(in: 0...255, using: &noise) }
      MadeTable.reading(header + rest, expectBounds)
    }
  }

  private func expectEmpty(_ bytes: [UInt8], at location: SourceLocation = #_sourceLocation) {
    MadeTable.reading(bytes) { table in
      for side in Lexicon.Side.allCases {
        #expect(table.stems(in: side) == [], sourceLocation: location)
        #expect(table.translations(of: "impo", from: side) == [], sourceLocation: location)
        #expect(table.neighbours(of: "impo", in: side) == [], sourceLocation: location)
        #expect(table.share(of: "impo", in: side) == 0.5, sourceLocation: location)
      }
    }
  }

  private func expectBounds(_ table: LexiconTable) {
    for side in Lexicon.Side.allCases {
      for stem in ["impo", "taxe", "tax", ""] + table.stems(in: side).prefix(3) {
        let found = table.translations(of: stem, from: side) + table.neighbours(of: stem, in: side)
        let share = table.share(of: stem, in: side)
        if found.count > 8 || !found.allSatisfy({ (0...1).contains($0.weight) }) || share <= 0 || share > 1 {
          Issue.record("\(stem): \(found), \(share)")
        }
      }
    }
  }
}
