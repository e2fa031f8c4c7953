/// A label as people type it: folded like a term, words joined by one space (`Éducation  nationale` and
/// `education nationale` are one). Hyphens and apostrophes
/// count as spaces: `Jean-Pierre` and `jean pierre` are one.
public enum FoldedKey {
  private static let folder = Folder()

  /// At most the first 1,000 UTF-16 code units count.
  public static func of(_ label: String) -> String {
    let units = Array(label.utf16.prefix(1000))
    var bytes: [UInt8] = []
    units.withUnsafeBufferPointer { units in
      var start = 0
      for i in 0...units.count where i == units.count || isSeparator(units[i]) {
        let before = bytes.count
        if before > 0 { bytes.append(0x20) }
        let wordStart = bytes.count
        folder.fold(units, start..<i, keeping: .everything, limit: 1000, into: &bytes)
        if bytes.count == wordStart { bytes.removeSubrange(before...) }
        start = i + 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isSeparator(_ unit: UInt16) -> Bool {
    isGroupSpace(unit) || unit == 0x09 || unit == 0x0A || isApostrophe(unit) || isHyphen(unit)
  }
}
