/// Distinct byte strings, each stored once and numbered from 0, with what a vocabulary notes about them.
struct WordTable {
  struct Entry {
    var start: Int32
    var length: Int32
    /// Indexes of the stems' own entries; `unknown` until asked for.
    var frenchStem: Int32 = WordTable.unknown
    var englishStem: Int32 = WordTable.unknown
    var stops: UInt8 = 0
  }

  static let unknown: Int32 = -1

  var entries: [Entry] = []
  private var bytes: [UInt8] = []
  /// Open addressing, linear probing; a power of two, at most half full. The hash's upper half above the entry's index,
  /// so that a look-up seldom touches another word's entry; `free` where there is none.
  private var slots = [UInt64](repeating: WordTable.free, count: 1 << 12)
  private static let free = UInt64.max

  /// The index of a word, new or known.
  mutating func intern(_ word: UnsafeBufferPointer<UInt8>) -> Int32 {
    let hash = WordTable.hash(word)
    let slot = slot(of: word, hash)
    if slots[slot] != WordTable.free { return Int32(truncatingIfNeeded: slots[slot]) }
    let index = Int32(entries.count)
    entries.append(Entry(start: Int32(bytes.count), length: Int32(word.count)))
    bytes.append(contentsOf: word)
    slots[slot] = WordTable.mark(hash) | UInt64(index)
    if entries.count * 2 > slots.count { rebuild(slots: slots.count * 4) }
    return index
  }

  /// The index of a word; nil for an unknown one.
  func find(_ word: UnsafeBufferPointer<UInt8>) -> Int32? {
    let found = slots[slot(of: word, WordTable.hash(word))]
    return found == WordTable.free ? nil : Int32(truncatingIfNeeded: found)
  }

  /// The slot that holds the word, or the free one where it belongs.
  @inline(__always)
  private func slot(of word: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != WordTable.free {
      let entry = slots[slot]
      if (entry ^ hash) >> 32 == 0, isEntry(Int32(truncatingIfNeeded: entry), word) { break }
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// Calls `body` with the bytes of a word.
  func withBytes<Result>(
    of index: Int32, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let entry = entries[Int(index)]
    return try bytes.withUnsafeBufferPointer { bytes in
      try body(UnsafeBufferPointer(rebasing: bytes[Int(entry.start)..<Int(entry.start + entry.length)]))
    }
  }

  /// Forgets every word from index `count` on, and all stems.
  mutating func keepFirst(_ count: Int) {
    if let next = entries.dropFirst(count).first { bytes.removeSubrange(Int(next.start)...) }
    entries.removeSubrange(count...)
    for i in entries.indices {
      entries[i].frenchStem = WordTable.unknown
      entries[i].englishStem = WordTable.unknown
    }
    rebuild(slots: 1 << 12)
  }

  private func isEntry(_ index: Int32, _ word: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = entries[Int(index)]
    guard Int(entry.length) == word.count else { return false }
    let start = Int(entry.start)
    for i in 0..<word.count where bytes[start + i] != word[i] { return false }
    return true
  }

  private mutating func rebuild(slots count: Int) {
    slots = [UInt64](repeating: WordTable.free, count: count)
    for index in entries.indices {
      let hash = withBytes(of: Int32(index)) { WordTable.hash($0) }
      var slot = Int(truncatingIfNeeded: hash) & (count - 1)
      while slots[slot] != WordTable.free { slot = (slot + 1) & (count - 1) }
      slots[slot] = WordTable.mark(hash) | UInt64(index)
    }
  }

  /// The upper half of a hash, as a slot holds it.
  private static func mark(_ hash: UInt64) -> UInt64 { hash & 0xFFFF_FFFF_0000_0000 }

  /// FNV-1a, 64 bits (Fowler, Noll, Vo), its upper half mixed into the lower.
  private static func hash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word {
      hash ^= UInt64(byte)
      hash &*= 0x100_0000_01B3
    }
    return hash ^ (hash >> 32)
  }
}
