import Foundation

/// Who an index answers. What a caller may not see is not in the database that answers it.
public enum Audience: String, Sendable, CaseIterable, Codable {
  case everyone = "public"
  case members
}

/// Where things are in an index folder:
///
/// ```
/// INDEX/CURRENT              the name of the generation in use, replaced by rename
/// INDEX/generation-1/public  one Xapian database per audience
/// INDEX/generation-1/members (when there is something for them)
/// INDEX/segments             while a large first run writes; what it joins of them is the next generation
/// INDEX/lock                 locked by the run that writes; always there, empty when nobody does
/// INDEX/surveys.json         what the last runs found of their sources without opening them
/// INDEX/receipts.json        what the last runs did, and of every source its state; for operators, since it names
///                            records of members
/// ```
public struct IndexLayout: Sendable {
  /// The index folder.
  public let root: String

  /// The layout of the folder at `root`, which need not be there yet.
  public init(root: String) { self.root = root }

  /// The file that names the generation in use.
  public var currentFile: String { root + "/CURRENT" }

  /// The lock of the run that writes.
  public var lockFile: String { root + "/lock" }

  /// Where an index is built anew; it is an index folder of its own.
  public var rebuildFolder: String { root + "/rebuild" }

  /// The receipts of the last runs.
  public var receiptsFile: String { root + "/receipts.json" }

  /// What the last runs found.
  public var surveysFile: String { root + "/surveys.json" }

  /// The generation in use; nil when the folder is absent or empty, where an index may be made.
  /// - Throws: `IndexError.isFile`, `.notAnIndex`, `.incomplete`, `.cannotRead`.
  public func generation() throws(IndexError) -> String? {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder) else { return nil }
    guard isFolder.boolValue else { throw .isFile(root) }
    guard let name = try current() else {
      let entries: [String]
      do {
        entries = try FileManager.default.contentsOfDirectory(atPath: root)
      } catch {
        throw .cannotRead(root, reason: error.localizedDescription)
      }
      if entries.isEmpty { return nil }
      // A run that ended before its first commit leaves generations and no CURRENT.
      if entries.allSatisfy(IndexLayout.isOfRuns) { return nil }
      // Since it was looked for, another run may have put it there.
      if try current() != nil { return try generation() }
      throw .notAnIndex(root)
    }
    if has(.everyone, in: name) { return name }
    // Since it was read, a run may have put another generation in its place, and removed this one.
    if try current() != name { return try generation() }
    throw .incomplete(root, missing: name)
  }

  /// What `CURRENT` says; nil when it is not there. One that cannot be read just now is no reason to make a new index.
  private func current() throws(IndexError) -> String? {
    let file = open(currentFile, O_RDONLY | O_CLOEXEC)
    if file < 0, errno == ENOENT { return nil }
    guard file >= 0 else { throw .cannotRead(currentFile, reason: String(cString: strerror(errno))) }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(file, &bytes, bytes.count)
    guard count >= 0 else { throw .cannotRead(currentFile, reason: String(cString: strerror(errno))) }
    let name = String(decoding: bytes.prefix(count), as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard name.hasPrefix("generation-"), !name.contains("/") else { throw .notAnIndex(root) }
    return name
  }

  /// Whether an entry of an index folder is of the kind that runs make there.
  public static func isOfRuns(_ entry: String) -> Bool {
    if entry == "lock" { return true }
    let runs = ["generation-", "segments", "rebuild", "CURRENT.", "receipts.json", "surveys.json"]
    return runs.contains { entry.hasPrefix($0) }
  }

  /// What the generation that follows is called.
  public func generation(after generation: String) -> String {
    let number = generation.split(separator: "-").last.flatMap { Int($0) } ?? 0
    return "generation-\(number + 1)"
  }

  /// The database of an audience in a generation.
  public func database(_ audience: Audience, in generation: String) -> String {
    root + "/" + generation + "/" + audience.rawValue
  }

  /// Bytes on disk of all that a generation holds.
  public func bytes(of generation: String) -> Int {
    Int(FolderSize.bytes(of: root + "/" + generation))
  }

  /// Whether the audience has a database in the generation. A folder is not enough: a run that ended while it made
  /// one leaves it without Xapian's version file.
  public func has(_ audience: Audience, in generation: String) -> Bool {
    FileManager.default.fileExists(atPath: database(audience, in: generation) + "/iamglass")
  }
}
