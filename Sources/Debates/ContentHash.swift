import CXXHash

/// XXH3, 128 bits (Collet, xxhash.com): tells whether content changed since it was indexed, at the speed of memory.
///
/// Not cryptographic: whoever can write the records can already write anything they like into the index.
public struct ContentHash: Hashable, Sendable {
  private var state: UInt128 = 0

  /// The hash of nothing.
  public init() {}

  /// The hash of one run of bytes.
  public init(of bytes: UnsafeRawBufferPointer) { update(bytes) }

  /// Adds bytes. The hash of several updates differs from that of their concatenation in one: ("ab", "c") is not
  /// ("a", "bc").
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    let part = cxxhash_of(bytes.baseAddress, bytes.count)
    var both = (state.littleEndian, part.low.littleEndian, part.high.littleEndian)
    let mixed = withUnsafeBytes(of: &both) { cxxhash_of($0.baseAddress, $0.count) }
    state = UInt128(mixed.high) << 64 | UInt128(mixed.low)
  }

  /// Adds bytes.
  public mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// Adds the UTF-8 of a text.
  public mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
  }

  /// The lower half.
  public var low: UInt64 { UInt64(truncatingIfNeeded: state) }

  /// 32 hexadecimal digits.
  public var hexadecimal: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 32 - digits.count) + digits
  }
}
