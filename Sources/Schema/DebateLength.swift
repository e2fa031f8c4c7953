/// The length of a debate as every document of it has it.
///
/// A longer comment must not change all other passages of its debate: lengths are rounded to four significant bits, which
/// is off by a sixteenth at most. Lucene keeps the lengths of fields as coarsely (SmallFloat).
public enum DebateLength {
  /// The rounded length, the same for all lengths near to it.
  public static func rounded(_ length: Int) -> Int {
    guard length >= 16 else { return max(0, length) }
    let shift = Int.bitWidth - length.leadingZeroBitCount - 4
    // The middle of all that is rounded to the same.
    return (length >> shift) << shift | 1 << (shift - 1)
  }
}
