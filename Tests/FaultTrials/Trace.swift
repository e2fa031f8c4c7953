import Foundation

/// What programs did to the files of a folder, in the order in which they did it, as the interposer wrote it down.
public struct Trace: Sendable {
  /// One system call that succeeded.
  enum Operation: Equatable, Sendable {
    case create(inode: UInt64, path: String)
    case makeFolder(inode: UInt64, path: String)
    case write(inode: UInt64, offset: Int, bytes: Range<Int>)
    case resize(inode: UInt64, size: Int)
    /// fsync or fdatasync, of a file or a folder.
    case sync(inode: UInt64)
    case rename(from: String, to: String)
    case link(from: String, to: String)
    /// A file, or an empty folder.
    case remove(path: String)
    /// Not a call: whoever had the programs run was told here that another run had ended well.
    case acknowledge
  }

  /// The trace was cut off, or is none.
  struct Malformed: Error {}

  /// The folder.
  let root: String
  let operations: [Operation]
  /// Where the bytes of writes are.
  let data: Data

  private static let headerSize = 32
  private static let acknowledgement = UInt32(UInt8(ascii: "A"))

  /// Begins a trace of what is done below `root`, an empty folder.
  static func begin(_ file: String, root: String) throws {
    var status = stat()
    guard stat(root, &status) == 0 else { throw Malformed() }
    try append(UInt32(UInt8(ascii: "d")), inode: UInt64(status.st_ino), name: root, to: file)
  }

  static func acknowledge(in file: String) throws { try append(acknowledgement, inode: 0, name: "", to: file) }

  private static func append(_ operation: UInt32, inode: UInt64, name: String, to file: String) throws {
    var record = Data()
    func add(_ number: some FixedWidthInteger) {
      withUnsafeBytes(of: number.littleEndian) { record.append(contentsOf: $0) }
    }
    add(operation)
    add(UInt32(name.utf8.count))
    add(inode)
    add(UInt64(0))
    add(UInt64(0))
    record.append(contentsOf: name.utf8)
    if !FileManager.default.fileExists(atPath: file) { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    guard let handle = FileHandle(forWritingAtPath: file) else { throw Malformed() }
    try handle.seekToEnd()
    try handle.write(contentsOf: record)
    try handle.close()
  }

  /// Reads a trace.
  init(file: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: file), options: .alwaysMapped)
    var operations: [Operation] = []
    var place = 0
    while place < data.count {
      guard place + Trace.headerSize <= data.count else { throw Malformed() }
      func number<Number: FixedWidthInteger>(_ offset: Int, _: Number.Type) -> Number {
        data.withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: place + offset, as: Number.self)) }
      }
      let (operation, nameSize) = (number(0, UInt32.self), Int(number(4, UInt32.self)))
      let (inode, offset) = (number(8, UInt64.self), Int(number(16, UInt64.self)))
      let name = place + Trace.headerSize
      let bytes = (name + nameSize)..<(name + nameSize + Int(number(24, UInt64.self)))
      guard bytes.upperBound <= data.count else { throw Malformed() }
      let names = data[name..<bytes.lowerBound].split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
      operations.append(try Trace.operation(operation, inode, offset, names, bytes))
      place = bytes.upperBound
    }
    guard case .makeFolder(_, let root)? = operations.first else { throw Malformed() }
    self.init(root: root, operations: operations, data: data)
  }

  /// - Parameter operations: those of the root folder itself come first.
  init(root: String, operations: [Operation], data: Data) {
    self.root = root
    self.operations = operations
    self.data = data
  }

  private static func operation(
    _ operation: UInt32, _ inode: UInt64, _ offset: Int, _ names: [String], _ bytes: Range<Int>
  ) throws -> Operation {
    switch (UnicodeScalar(operation).map(Character.init), names.count) {
    case ("c", 1): .create(inode: inode, path: names[0])
    case ("d", 1): .makeFolder(inode: inode, path: names[0])
    case ("w", _): .write(inode: inode, offset: offset, bytes: bytes)
    case ("t", _): .resize(inode: inode, size: offset)
    case ("s", _): .sync(inode: inode)
    case ("r", 2): .rename(from: names[0], to: names[1])
    case ("l", 2): .link(from: names[0], to: names[1])
    case ("u", 1): .remove(path: names[0])
    case ("A", _): .acknowledge
    default: throw Malformed()
    }
  }
}
