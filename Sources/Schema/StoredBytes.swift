import Debates

/// Bytes as they are stored under a key of a database's metadata: with a checksum of both behind them, since Xapian's
/// own files have none.
public enum StoredBytes {
  private static let checksumBytes = 8

  /// The form in which bytes are stored.
  public static func sealed(_ bytes: [UInt8], under key: String) -> [UInt8] {
    bytes + checksum(of: bytes[...], key)
  }

  /// What was stored; nil when it, or its key, is not as it was.
  public static func opened(_ stored: [UInt8], under key: String) -> [UInt8]? {
    let bytes = stored.dropLast(checksumBytes)
    guard stored.count >= checksumBytes, stored.suffix(checksumBytes).elementsEqual(checksum(of: bytes, key)) else {
      return nil
    }
    return Array(bytes)
  }

  private static func checksum(of bytes: ArraySlice<UInt8>, _ key: String) -> [UInt8] {
    let seed = Array(key.utf8).withUnsafeBytes { ShortHash.of($0, seed: 0) }
    let hash = bytes.withUnsafeBytes { ShortHash.of($0, seed: seed) }
    return withUnsafeBytes(of: hash.littleEndian) { Array($0) }
  }
}
