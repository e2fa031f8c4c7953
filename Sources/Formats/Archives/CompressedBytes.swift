import Foundation

/// A file compressed on its own (`.gz`, `.zst`), unpacked as it is read.
final class CompressedBytes: ByteSource {
  private let handle: ArchiveHandle
  private let guardian: InflationGuard
  private var unpacked: Int64 = 0

  init(path: String, limits: SourceLimits) throws(ReadError) {
    handle = try ArchiveHandle(path: path, content: .stream)
    guardian = InflationGuard(path: path, limits: limits)
    guard try handle.nextEntry() != nil else { throw ReadError(reason: "cannot be unpacked: nothing in it") }
    guard handle.isCompressed else { throw ReadError(reason: "cannot be unpacked: cut short; send the whole file") }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ReadError) -> Int {
    let count = try handle.read(into: buffer)
    unpacked += Int64(count)
    try guardian.check(unpacked)
    return count
  }
}

/// Tells an archive that was made to fill the disk or the day from one that is merely well packed.
struct InflationGuard {
  private let packed: Int64
  private let limits: SourceLimits

  init(path: String, limits: SourceLimits) {
    let size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? NSNumber
    packed = size?.int64Value ?? 0
    self.limits = limits
  }

  /// - Throws: ``ReadError`` when the bytes unpacked so far are over a limit.
  func check(_ unpacked: Int64) throws(ReadError) {
    if unpacked > limits.maximumUnpackedBytes {
      throw ReadError(
        reason: "unpacks to more than the limit of \(limits.maximumUnpackedBytes) bytes (maximumUnpackedBytes); "
          + "unpack it yourself and name the folder")
    }
    if unpacked > SourceLimits.inflationFloor, unpacked > packed * Int64(limits.maximumInflation) {
      throw ReadError(
        reason: "unpacks to more than \(limits.maximumInflation) times its size (maximumInflation), as archives do "
          + "that are made to do harm; if it is sound, unpack it yourself and name the folder")
    }
  }
}
