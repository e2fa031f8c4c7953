import Schema
import TestTools
import Testing

@Suite struct LikenessTests {
  private func words(_ text: String) -> [UInt64] {
    text.split(separator: " ").map { word in
      word.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
  }

  private static let text = """
    la ville a promis douze kilomètres de pistes mais le boulevard reste coupé en deux par un parking que personne \
    ne veut voir partir et les cyclistes descendent sur la chaussée au milieu des bus chaque matin de la semaine
    """

  @Test func oneWordMoreIsStillTheSame() {
    let one = Likeness.fingerprint(of: words(Self.text))
    #expect(Likeness.areAlike(one, one))
    #expect(Likeness.areAlike(one, Likeness.fingerprint(of: words(Self.text + " encore"))))
  }

  @Test func otherTextsAreOthers() {
    var random = Seeded(seed: 5)
    var prints: [UInt64] = []
    for _ in 0..<200 { prints.append(Likeness.fingerprint(of: (0..<40).map { _ in random.next() % 500 })) }
    for (place, print) in prints.enumerated() {
      #expect(!prints[(place + 1)...].contains { Likeness.areAlike($0, print) })
    }
  }

  @Test func halfOfATextIsAnother() {
    let all = words(Self.text)
    let half = Likeness.fingerprint(of: Array(all.prefix(all.count / 2)))
    #expect(!Likeness.areAlike(half, Likeness.fingerprint(of: all)))
  }

  @Test func shortTextsHaveFingerprintsToo() {
    #expect(Likeness.fingerprint(of: []) == 0)
    #expect(Likeness.areAlike(Likeness.fingerprint(of: words("oui")), Likeness.fingerprint(of: words("oui"))))
    #expect(!Likeness.areAlike(Likeness.fingerprint(of: words("oui")), Likeness.fingerprint(of: words("non"))))
  }
}
