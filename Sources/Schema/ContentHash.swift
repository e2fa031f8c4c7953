/// FNV-1a, 128 bits (Fowler, Noll, Vo; draft-eastlake-fnv): tells whether content changed since it was indexed.
///
/// Not cryptographic: whoever can write the records can already write anything they like into the index.
public struct ContentHash: Sendable, Equatable {
  private var state: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D

  /// The hash of nothing.
  public init() {}

  /// Adds bytes. The hash of several updates differs from that of their concatenation in one.
  public mutating func update(_ bytes: [UInt8]) {
    var hash = state
    bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes {
        hash ^= UInt128(byte)
        hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013B
      }
    }
    // A separator outside the range of bytes, so that ("ab", "c") and ("a", "bc") differ.
    hash ^= 0x100
    hash &*= 0x0000_0000_0100_0000_0000_0000_0000_013B
    state = hash
  }

  /// 32 hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
