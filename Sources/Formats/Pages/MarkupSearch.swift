import Foundation

/// Looks for a tag in bytes, in any case.
enum MarkupSearch {
  /// - Parameter tag: in lower case, beginning with `<`.
  static func contains(_ tag: StaticString, in bytes: Data) -> Bool {
    let length = tag.utf8CodeUnitCount
    return bytes.withUnsafeBytes { bytes in
      guard bytes.count >= length else { return false }
      for start in 0...(bytes.count - length) where bytes[start] == tag.utf8Start[0] {
        var matched = 1
        while matched < length {
          let byte = bytes[start + matched]
          let lower = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
          guard lower == tag.utf8Start[matched] else { break }
          matched += 1
        }
        if matched == length { return true }
      }
      return false
    }
  }
}
