/// What a file is packed in, by its first bytes.
enum ArchiveKind {
  /// One file, compressed (gzip or Zstandard); a tar may be in it.
  case compressed
  /// Several files (ZIP or tar).
  case files

  init?(_ head: [UInt8]) {
    if head.starts(with: [0x1F, 0x8B]) || head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) {
      self = .compressed
    } else if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06])
      || Self.isTar(head)
    {
      self = .files
    } else {
      return nil
    }
  }

  /// POSIX 1003.1: `ustar` at byte 257 of the first header.
  static func isTar(_ head: [UInt8]) -> Bool { head.dropFirst(257).starts(with: "ustar".utf8) }

  /// A file's path without the extension that says how it is packed: `a.vtt.gz` gives `a.vtt`.
  static func unpackedPath(_ path: String) -> String {
    switch FilePath.fileExtension(path) {
    case "gz", "zst": String(path.prefix(path.count - FilePath.fileExtension(path).count - 1))
    case "tgz": String(path.dropLast(3)) + "tar"
    default: path
    }
  }
}
