import CXXHash

/// XXH3, 64 bits (Collet, xxhash.com): for checksums, and for sums of hashes that do not depend on an order.
public enum ShortHash {
  /// The hash of bytes. Each seed makes a function of its own.
  @inline(__always)
  public static func of(_ bytes: UnsafeRawBufferPointer, seed: UInt64) -> UInt64 {
    cxxhash_short_of(bytes.baseAddress, bytes.count, seed)
  }

  /// A term's part in a sum over the terms of a document.
  ///
  /// - Parameters:
  ///   - term: the hash of its bytes, with the seed 0.
  ///   - frequency: how often it occurs.
  ///   - positions: where.
  public static func posting(
    of term: UInt64, _ frequency: UInt32, _ positions: UnsafeBufferPointer<UInt32>
  ) -> UInt64 {
    cxxhash_posting(term, frequency, positions.baseAddress, positions.count)
  }

  /// The sum of ``posting(of:_:_:)`` over all terms of a document, in one go: every passage pays for it.
  ///
  /// - Parameter terms: four 32-bit numbers each: where its bytes begin, how many they are, how often it occurs, and
  ///   where its positions end, which begin where those of the term before it end.
  public static func sum(
    ofTerms terms: UnsafeRawBufferPointer, bytes: UnsafeBufferPointer<UInt8>, positions: UnsafeBufferPointer<UInt32>
  ) -> UInt64 {
    let terms = terms.bindMemory(to: cxxhash_term.self)
    return cxxhash_terms(
      bytes.baseAddress, bytes.count, terms.baseAddress, terms.count, positions.baseAddress, positions.count)
  }
}
