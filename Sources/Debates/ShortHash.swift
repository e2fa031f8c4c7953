import CXXHash

/// XXH3, 64 bits (Collet, xxhash.com): for checksums, and for sums of hashes that do not depend on an order.
public enum ShortHash {
  /// The hash of bytes. Each seed makes a function of its own.
  @inline(__always)
  public static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    cxxhash_short_of(bytes.baseAddress, bytes.count, seed)
  }
}
