/// The flat table of the language model: a perfect hash from n-gram to one cost a language.
///
/// All numbers are little-endian.
/// ```
/// header   64 bytes: "LANGTAB1", slots UInt32, buckets UInt32, nats per unit of cost Float32, 12 reserved,
///          then 16 language codes of 2 bytes in the order of the costs (empty ones are zero)
/// buckets  UInt16 each, padded to 16 bytes: what moves the n-grams of a bucket to free slots (hash and displace)
/// slots    16 bytes each: 12 costs, the key UInt32 (0: no n-gram)
/// ```
/// A cost is how far the logarithm of the probability of the n-gram's last character, given those before it, lies below
/// that of the language where it is likeliest. The lowest sum wins.
package enum LanguageTable {
  package static let magic = Array("LANGTAB1".utf8)
  package static let headerSize = 64
  package static let slotSize = 16
  /// Languages that a slot has room for.
  package static let languages = 12
  /// The most n-grams of one text that may vote: 257 costs of 255 are the most that a sum of 16 bits holds.
  package static let mostVotes = 256

  /// The bucket of a key.
  @inline(__always)
  package static func bucket(of key: UInt32, buckets: UInt32) -> Int {
    Int((UInt64(mixed(key &* 0x9E37_79B1)) &* UInt64(buckets)) >> 32)
  }

  /// The slot of a key whose bucket holds `displacement`.
  @inline(__always)
  package static func slot(of key: UInt32, displacement: UInt16, slots: UInt32) -> Int {
    Int((UInt64(mixed((key &+ UInt32(displacement) &* 0x0100_0193) &* 0x85EB_CA6B)) &* UInt64(slots)) >> 32)
  }

  /// Where the slots start.
  package static func slotsOffset(buckets: Int) -> Int { (headerSize + 2 * buckets + 15) / 16 * 16 }

  @inline(__always)
  private static func mixed(_ value: UInt32) -> UInt32 {
    var value = value
    value ^= value >> 15
    value = value &* 0x2C1B_3C6D
    value ^= value >> 13
    return value
  }
}
