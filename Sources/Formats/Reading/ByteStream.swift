import Foundation

/// A source of bytes, read chunk by chunk, whose first bytes can be looked at before they are read.
final class ByteStream {
  static let chunkBytes = 1 << 20

  private let source: any ByteSource
  private let chunk: UnsafeMutableRawBufferPointer
  private var position = 0
  private var filled = 0
  /// Bytes taken from the source so far.
  private(set) var bytesRead = 0

  /// - Parameter chunkBytes: how much is read at once; no more than the source has, when that is known.
  init(_ source: any ByteSource, chunkBytes: Int = ByteStream.chunkBytes) {
    self.source = source
    chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, min(chunkBytes, Self.chunkBytes)), alignment: 16)
  }

  convenience init(_ data: Data) { self.init(MemoryBytes(data), chunkBytes: data.count) }

  deinit { chunk.deallocate() }

  /// The first bytes, which stay to be read. Call before anything else; fewer than `count` only at the end.
  func head(_ count: Int) throws(ReadError) -> [UInt8] {
    while filled < min(count, chunk.count) {
      let more = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: chunk[filled...]))
      if more == 0 { break }
      filled += more
      bytesRead += more
    }
    return Array(chunk[..<min(filled, count)])
  }

  /// What is left of the chunk, else the next one; empty at the end. It stays until ``consume(_:)`` takes it.
  func available() throws(ReadError) -> UnsafeRawBufferPointer {
    if position == filled {
      position = 0
      filled = try source.read(into: chunk)
      bytesRead += filled
    }
    return UnsafeRawBufferPointer(rebasing: chunk[position..<filled])
  }

  /// Takes bytes off what is available.
  func consume(_ count: Int) { position += count }

  /// All that is left; nil when it is over the limit.
  func rest(maximumBytes: Int) throws(ReadError) -> Data? {
    var data = Data()
    while true {
      let part = try available()
      if part.isEmpty { return data }
      guard data.count + part.count <= maximumBytes else { return nil }
      data.append(contentsOf: part)
      consume(part.count)
    }
  }
}
