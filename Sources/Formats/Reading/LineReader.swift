import Foundation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cuts a stream into lines, in memory bounded by one chunk and one line.
struct LineReader {
  /// One line, without its end.
  enum Line {
    case line(Data, number: Int)
    /// A line over the limit, skipped; its length is not known before its end is reached.
    case tooLong(number: Int)
  }

  private let stream: ByteStream
  private let maximumBytes: Int
  private var number = 0

  init(_ stream: ByteStream, maximumBytes: Int) {
    self.stream = stream
    self.maximumBytes = maximumBytes
  }

  /// The next line that is not blank; nil at the end.
  mutating func next() throws(ReadError) -> Line? {
    while true {
      guard let line = try nextOfAny() else { return nil }
      guard case .line(let bytes, _) = line, bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return line }
    }
  }

  private mutating func nextOfAny() throws(ReadError) -> Line? {
    var line = Data()
    var tooLong = false
    number += 1
    while true {
      let rest = try stream.available()
      guard let base = rest.baseAddress, !rest.isEmpty else {
        if tooLong { return .tooLong(number: number) }
        return line.isEmpty ? nil : finished(line)
      }
      let end = memchr(base, 0x0A, rest.count).map { $0 - UnsafeMutableRawPointer(mutating: base) }
      let part = UnsafeRawBufferPointer(rebasing: rest[..<(end ?? rest.count)])
      if line.count + part.count > maximumBytes {
        tooLong = true
        line = Data()
      } else if !tooLong {
        line.append(contentsOf: part)
      }
      stream.consume(part.count + (end == nil ? 0 : 1))
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
