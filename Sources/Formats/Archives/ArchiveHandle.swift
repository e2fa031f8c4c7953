import CArchive
import Foundation

/// An archive or a compressed file being read by libarchive, from the first entry to the last.
final class ArchiveHandle {
  private let handle: OpaquePointer

  /// What the handle is opened for.
  enum Content {
    /// One compressed stream, whatever is in it.
    case stream
    /// Files in a ZIP or a tar, the latter compressed or not.
    case files
  }

  /// - Throws: ``ReadError`` with libarchive's reason.
  init(path: String, content: Content) throws(ReadError) {
    guard let handle = archive_read_new() else { throw ReadError(reason: "not enough memory") }
    self.handle = handle
    archive_read_support_filter_gzip(handle)
    archive_read_support_filter_zstd(handle)
    switch content {
    case .stream: archive_read_support_format_raw(handle)
    case .files:
      archive_read_support_format_tar(handle)
      archive_read_support_format_zip(handle)
    }
    guard archive_read_open_filename(handle, path, 1 << 16) == ARCHIVE_OK else { throw error() }
  }

  deinit { archive_read_free(handle) }

  /// Whether what is read comes out of a compression: too short a stub of one passes for a file of its own.
  var isCompressed: Bool { archive_filter_code(handle, 0) != ARCHIVE_FILTER_NONE }

  /// An entry of the archive.
  struct Entry {
    /// As the archive has it: not to be trusted as a path.
    let path: String
    /// Whether it is a file, and not a folder, a link or a device.
    let isFile: Bool
    let isFolder: Bool
  }

  /// Never freed; only ever read.
  nonisolated(unsafe) private static let unicode = carchive_unicode()

  /// The next entry; nil at the end.
  func nextEntry() throws(ReadError) -> Entry? {
    // libarchive tells names in the characters of the thread's locale; a program's first one has ASCII alone, in which
    // `débat.vtt` of a ZIP has no name at all.
    let locale = Self.unicode.flatMap { uselocale($0) }
    defer { if let locale { uselocale(locale) } }
    var entry: OpaquePointer?
    switch archive_read_next_header(handle, &entry) {
    case ARCHIVE_EOF: return nil
    case ARCHIVE_OK, ARCHIVE_WARN:
      guard let entry else { return nil }
      let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
      let type = archive_entry_filetype(entry)
      // AE_IFREG and AE_IFDIR are macros with a cast, which Swift does not see.
      let isLink = archive_entry_hardlink(entry) != nil || archive_entry_symlink(entry) != nil
      return Entry(
        path: name.map { String(cString: $0) } ?? "", isFile: type == 0o100000 && !isLink, isFolder: type == 0o040000)
    default: throw error()
    }
  }

  /// Reads on in the current entry; 0 at its end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    let count = archive_read_data(handle, buffer.baseAddress, buffer.count)
    guard count >= 0 else { throw error() }
    return count
  }

  private func error() -> ReadError {
    let message = archive_error_string(handle).map { String(cString: $0) } ?? "damaged"
    return ReadError(reason: "cannot be unpacked: \(message)")
  }
}
