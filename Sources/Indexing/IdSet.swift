/// Names that a run has met, as 64-bit hashes: a few dozen bytes each, however long they are.
///
/// Two names may share a hash (one chance in ten million among two million names): whoever asks must lose nothing by a
/// false "yes".
struct IdSet {
  private var hashes: Set<UInt64> = []

  /// Returns false when the name was there.
  @discardableResult
  mutating func insert(_ name: String) -> Bool { hashes.insert(IdSet.hash(name)).inserted }

  func contains(_ name: String) -> Bool { hashes.contains(IdSet.hash(name)) }

  /// FNV-1a, 64 bits (draft-eastlake-fnv), of the bytes: unlike `String`'s own, it keeps é apart from e with an accent.
  private static func hash(_ name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
