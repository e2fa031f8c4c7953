/// A fingerprint by which passages that say nearly the same are known: of the word triples of a text, the least of eight
/// hash functions, one byte of each (min-wise hashing, Broder 1997; few bits of each, Li and König 2010).
///
/// Each byte of two fingerprints is equal with about the probability that a triple of either text is in both.
public enum Likeness {
  /// Equal bytes of two texts that count as one: more than three quarters of their triples are in both.
  public static let equalBytes = 6

  private static let multipliers: [UInt64] = [
    0x9E37_79B9_7F4A_7C15, 0xBF58_476D_1CE4_E5B9, 0x94D0_49BB_1331_11EB, 0xD6E8_FEB8_6659_FD93,
    0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0xFF51_AFD7_ED55_8CCD, 0xC4CE_B9FE_1A85_EC53,
  ]

  /// The fingerprint of a text, by hashes of its words in order.
  public static func fingerprint(of words: [UInt64]) -> UInt64 {
    guard !words.isEmpty else { return 0 }
    var least = [UInt64](repeating: .max, count: multipliers.count)
    let last = max(0, words.count - 3)
    for start in 0...last {
      var triple: UInt64 = 0
      for word in words[start..<min(start + 3, words.count)] { triple = triple &* 0x0000_0100_0000_01B3 ^ word }
      for index in least.indices {
        let hash = (triple ^ triple >> 31) &* multipliers[index]
        if hash < least[index] { least[index] = hash }
      }
    }
    return least.enumerated().reduce(0) { $0 | ($1.element >> 24 & 0xFF) << UInt64($1.offset * 8) }
  }

  /// Whether two fingerprints are of nearly the same text.
  public static func areAlike(_ one: UInt64, _ other: UInt64) -> Bool {
    let difference = one ^ other
    var equal = 0
    for index in 0..<8 where difference >> UInt64(index * 8) & 0xFF == 0 { equal += 1 }
    return equal >= equalBytes
  }
}
