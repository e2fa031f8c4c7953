import Foundation

/// A disk and the memory in front of it: of each file and folder what a power cut cannot take any more, and what it
/// can.
final class VirtualDisk {
  /// A file or a folder.
  enum Node {
    case file(File)
    case folder(Folder)
  }

  final class File {
    /// A change since the last sync.
    enum Change {
      case write(offset: Int, bytes: Range<Int>)
      case resize(Int)
    }

    var durable: [UInt8] = []
    var pending: [Change] = []
    var wasSynced = false
  }

  final class Folder {
    /// Names that one call gives or takes, all or none.
    struct Change {
      var number: Int
      var names: [(name: String, node: Node?)]
    }

    /// As programs see it.
    var entries: [String: Node] = [:]
    var durable: [String: Node] = [:]
    /// Since the last sync.
    var pending: [Change] = []
  }

  /// The trace names what was never made.
  struct Unknown: Error {
    var path: String
  }

  let root = Folder()
  private let trace: Trace
  private var nodes: [UInt64: Node] = [:]
  /// The number of the last change of a folder.
  private(set) var lastChange = 0
  /// The number of the last change of a folder that was written, where all such changes are written in their order.
  private(set) var lastJournaled = 0
  /// How many runs had been told to be safe.
  private(set) var acknowledged = 0
  /// Whether a folder is not synced by its sync: to see that trials notice.
  private let forgetsFolders: Bool

  init(_ trace: Trace, forgetsFolders: Bool = false) {
    self.trace = trace
    self.forgetsFolders = forgetsFolders
  }

  /// Does what the trace did up to an operation, that one not included.
  func replay(upTo end: Int) throws {
    for operation in trace.operations[..<end] { try apply(operation) }
  }

  private func apply(_ operation: Trace.Operation) throws {
    switch operation {
    case .create(let inode, let path):
      let node = Node.file(File())
      nodes[inode] = node
      try change(path, to: node)
    case .makeFolder(let inode, trace.root): nodes[inode] = .folder(root)
    case .makeFolder(let inode, let path):
      let node = Node.folder(Folder())
      nodes[inode] = node
      try change(path, to: node)
    case .write(let inode, let offset, let bytes):
      if case .file(let file)? = nodes[inode] { file.pending.append(.write(offset: offset, bytes: bytes)) }
    case .resize(let inode, let size):
      if case .file(let file)? = nodes[inode] { file.pending.append(.resize(size)) }
    case .sync(let inode): if let node = nodes[inode] { sync(node) }
    case .rename(let from, let to): try rename(from, to)
    case .link(let from, let to): try change(to, to: try node(at: from))
    case .remove(let path): try change(path, to: nil)
    case .acknowledge: acknowledged += 1
    }
  }

  private func sync(_ node: Node) {
    switch node {
    case .file(let file):
      let size = file.durable.count
      for change in file.pending { file.apply(change, trace, blocks: { _ in true }) }
      file.pending = []
      // What says where the file's bytes are goes through the journal, and all before it.
      if !file.wasSynced || file.durable.count != size { lastJournaled = lastChange }
      file.wasSynced = true
    case .folder(let folder):
      guard !forgetsFolders else { return }
      folder.durable = folder.entries
      folder.pending = []
      lastJournaled = lastChange
    }
  }

  private func rename(_ from: String, _ to: String) throws {
    let node = try node(at: from)
    let (oldFolder, oldName) = try place(from)
    let (newFolder, newName) = try place(to)
    lastChange += 1
    if oldFolder === newFolder {
      oldFolder.apply(Folder.Change(number: lastChange, names: [(oldName, nil), (newName, node)]))
    } else {
      newFolder.apply(Folder.Change(number: lastChange, names: [(newName, node)]))
      oldFolder.apply(Folder.Change(number: lastChange, names: [(oldName, nil)]))
    }
  }

  private func change(_ path: String, to node: Node?) throws {
    let (folder, name) = try place(path)
    lastChange += 1
    folder.apply(Folder.Change(number: lastChange, names: [(name, node)]))
  }

  private func node(at path: String) throws -> Node {
    let (folder, name) = try place(path)
    guard let node = folder.entries[name] else { throw Unknown(path: path) }
    return node
  }

  /// The folder that a path is in, and its name there.
  private func place(_ path: String) throws -> (Folder, String) {
    var names = path.dropFirst(trace.root.count).split(separator: "/").map(String.init)
    guard path.hasPrefix(trace.root + "/"), let last = names.popLast() else { throw Unknown(path: path) }
    var folder = root
    for name in names {
      guard case .folder(let next)? = folder.entries[name] else { throw Unknown(path: path) }
      folder = next
    }
    return (folder, last)
  }
}

extension VirtualDisk.Folder {
  fileprivate func apply(_ change: Change) {
    for (name, node) in change.names { entries[name] = node }
    pending.append(change)
  }
}

extension VirtualDisk.File {
  /// The unit in which a disk writes.
  static let block = 4096

  /// Writes a change into what is durable, those of its blocks that `blocks` says.
  func apply(_ change: Change, _ trace: Trace, blocks: (Int) -> Bool) {
    switch change {
    case .resize(let size): resize(size)
    case .write(let offset, let bytes):
      if durable.count < offset + bytes.count { resize(offset + bytes.count) }
      trace.data.withUnsafeBytes { source in
        durable.withUnsafeMutableBytes { target in
          var done = 0
          while done < bytes.count {
            let place = offset + done
            let size = min(VirtualDisk.File.block - place % VirtualDisk.File.block, bytes.count - done)
            if blocks(place / VirtualDisk.File.block) {
              let part = source[(bytes.lowerBound + done)..<(bytes.lowerBound + done + size)]
              UnsafeMutableRawBufferPointer(rebasing: target[place..<(place + size)]).copyMemory(
                from: UnsafeRawBufferPointer(rebasing: part))
            }
            done += size
          }
        }
      }
    }
  }

  func resize(_ size: Int) {
    if size < durable.count {
      durable.removeLast(durable.count - size)
    } else {
      durable.append(contentsOf: repeatElement(0, count: size - durable.count))
    }
  }
}
