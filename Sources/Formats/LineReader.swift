import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cuts a stream into lines, in memory bounded by one chunk and one line.
struct LineReader: ~Copyable {
  /// One line, without its end.
  enum Line {
    case line(Data, number: Int)
    /// A line over the limit, skipped; its length is not known before its end is reached.
    case tooLong(number: Int)
  }

  private static let chunkBytes = 1 << 20

  private var stream: ByteStream
  private let maximumBytes: Int
  private let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkBytes, alignment: 16)
  private var position = 0
  private var filled = 0
  private var number = 0
  private(set) var bytesRead = 0

  init(_ stream: consuming ByteStream, maximumBytes: Int) {
    self.stream = stream
    self.maximumBytes = maximumBytes
  }

  deinit { chunk.deallocate() }

  /// The first bytes, which stay to be read. Call before anything else.
  mutating func head(_ count: Int) throws(SystemError) -> [UInt8] {
    while filled < count {
      let more = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: chunk[filled...]))
      if more == 0 { break }
      filled += more
    }
    bytesRead = filled
    return Array(chunk[..<min(filled, count)])
  }

  /// All that is left; nil when it is over the limit.
  mutating func rest(maximumBytes: Int) throws(SystemError) -> Data? {
    var data = Data()
    repeat {
      data.append(contentsOf: chunk[position..<filled])
      guard data.count <= maximumBytes else { return nil }
      position = 0
      filled = try stream.read(into: chunk)
      bytesRead += filled
    } while filled > 0
    return data
  }

  /// The next line that is not blank; nil at the end.
  mutating func next() throws(SystemError) -> Line? {
    while true {
      guard let line = try nextOfAny() else { return nil }
      guard case .line(let bytes, _) = line, bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return line }
    }
  }

  private mutating func nextOfAny() throws(SystemError) -> Line? {
    var line = Data()
    var tooLong = false
    number += 1
    while true {
      if position == filled {
        filled = try stream.read(into: chunk)
        position = 0
        bytesRead += filled
        if filled == 0 {
          if tooLong { return .tooLong(number: number) }
          return line.isEmpty ? nil : finished(line)
        }
      }
      let rest = UnsafeRawBufferPointer(rebasing: chunk[position..<filled])
      let end = rest.baseAddress.flatMap { base in
        memchr(base, 0x0A, rest.count).map { $0 - UnsafeMutableRawPointer(mutating: base) }
      }
      let part = UnsafeRawBufferPointer(rebasing: rest[..<(end ?? rest.count)])
      position += part.count + (end == nil ? 0 : 1)
      if line.count + part.count > maximumBytes {
        tooLong = true
        line = Data()
      } else if !tooLong {
        line.append(contentsOf: part)
      }
      if end != nil { return tooLong ? .tooLong(number: number) : finished(line) }
    }
  }

  private func finished(_ line: Data) -> Line {
    var line = line
    if line.last == 0x0D { line.removeLast() }
    if number == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = Data(line.dropFirst(3)) }
    return .line(line, number: number)
  }
}
