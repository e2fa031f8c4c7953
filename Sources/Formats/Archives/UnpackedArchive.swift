import Foundation

/// The files of a ZIP or a tar, unpacked into a folder of their own that goes with this object.
///
/// Files are named by number: no path of the archive ever becomes a path of the disk.
final class UnpackedArchive {
  private let folder: URL
  private(set) var files: [SourceFile] = []
  /// Why entries were left out, or where the archive ceases to be sound; what came before is kept.
  private(set) var problems: [LocatedError] = []

  init(_ archive: SourceFile, limits: SourceLimits) {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("palabre-" + UUID().uuidString)
    do throws(ReadError) {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      } catch {
        throw ReadError(reason: "no temporary folder to unpack it in: \(error.localizedDescription)")
      }
      try unpack(archive, limits)
    } catch {
      refuse(archive, nil, error.reason)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func refuse(_ archive: SourceFile, _ entry: String?, _ reason: String) {
    problems.append(LocatedError(file: entry.map { "\(archive.shownPath)/\($0)" } ?? archive.shownPath, reason: reason))
  }

  private func unpack(_ archive: SourceFile, _ limits: SourceLimits) throws(ReadError) {
    let handle = try ArchiveHandle(path: archive.path, content: .files)
    let guardian = InflationGuard(path: archive.path, limits: limits)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    var entries = 0
    var unpacked: Int64 = 0
    while let entry = try handle.nextEntry() {
      entries += 1
      guard entries <= limits.maximumArchiveEntries else {
        throw ReadError(
          reason: "holds more than the limit of \(limits.maximumArchiveEntries) entries (maximumArchiveEntries); "
            + "unpack it yourself and name the folder")
      }
      guard entry.isFile else {
        if !entry.isFolder { refuse(archive, entry.path, "is a link or a device, which is not followed") }
        continue
      }
      guard let path = Self.safe(entry.path) else {
        refuse(archive, nil, "entry \(entries) has a path that leads out of the archive, and is left out")
        continue
      }
      let file = folder.appendingPathComponent("\(entries)")
      let start = unpacked
      try write(to: file, from: handle, buffer) { count throws(ReadError) in
        unpacked += Int64(count)
        try guardian.check(unpacked)
      }
      // As in a folder: what is hidden is not read.
      if path.split(separator: "/").contains(where: { $0.hasPrefix(".") || $0 == "__MACOSX" }) { continue }
      let prefix = archive.name.isEmpty ? "" : archive.name + "/"
      files.append(
        SourceFile(
          path: file.path, shownPath: "\(archive.shownPath)/\(path)", name: prefix + FilePath.withoutExtension(path),
          bytes: unpacked - start, stamp: nil, isFound: true, source: archive.source))
    }
    files.sort { $0.shownPath < $1.shownPath }
  }

  private func write(
    to file: URL, from handle: ArchiveHandle, _ buffer: UnsafeMutableRawBufferPointer,
    _ count: (Int) throws(ReadError) -> Void
  ) throws(ReadError) {
    guard FileManager.default.createFile(atPath: file.path, contents: nil),
      let output = FileHandle(forWritingAtPath: file.path)
    else { throw ReadError(reason: "cannot be unpacked: the temporary folder cannot be written") }
    defer { try? output.close() }
    while true {
      let read = try handle.read(into: buffer)
      if read == 0 { return }
      try count(read)
      do {
        try output.write(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<read]))
      } catch {
        throw ReadError(reason: "cannot be unpacked: \(error.localizedDescription)")
      }
    }
  }

  /// The path as it is told to people; nil when it leads out of the archive or cannot be told.
  private static func safe(_ path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).filter { $0 != "." }
    guard !path.hasPrefix("/"), !path.contains("\\"), !parts.isEmpty, !parts.contains(".."),
      !path.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
    else { return nil }
    return parts.joined(separator: "/")
  }
}
