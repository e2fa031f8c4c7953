import Foundation
import Yams

extension YAMLMap {
  /// Bytes of a file that is written by hand.
  private static let maximumBytes = 1 << 20

  /// The mapping that a file holds.
  ///
  /// - Parameters:
  ///   - kind: what messages call the file, such as `profile`.
  ///   - key: one that every such file should have.
  /// - Throws: ``LocatedError`` when it cannot be read or is no YAML.
  package static func load(path: String, kind: String, key: String) throws(LocatedError) -> YAMLMap {
    try YAMLMap(yaml: try text(path: path, kind: kind), file: path, kind: kind, key: key)
  }

  /// The text of a file.
  static func text(path: String, kind: String) throws(LocatedError) -> String {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw LocatedError(file: path, reason: "no such file, or it may not be read; check the name")
    }
    defer { try? handle.close() }
    let bytes: Data
    do {
      // nil at the end, which an empty file begins with.
      bytes = try handle.read(upToCount: maximumBytes + 1) ?? Data()
    } catch {
      throw LocatedError(file: path, reason: "cannot be read; is it a file?")
    }
    guard bytes.count <= maximumBytes else {
      throw LocatedError(file: path, reason: "over the limit of \(maximumBytes) bytes for a \(kind)")
    }
    guard let yaml = String(data: bytes, encoding: .utf8) else {
      throw LocatedError(file: path, reason: "invalid UTF-8; save the \(kind) as UTF-8")
    }
    return yaml
  }

  /// The mapping that a text is.
  init(yaml: String, file: String, kind: String, key: String) throws(LocatedError) {
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw LocatedError(file: file, line: (error as? YamlError)?.line, reason: "not YAML: \(error)")
    }
    guard let root else { throw LocatedError(file: file, reason: "an empty \(kind); write at least `\(key):`") }
    try self.init(root, path: "", file: file)
  }
}

extension YamlError {
  /// Where the YAML goes wrong, from 1.
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    case .duplicatedKeysInMapping(_, let context): context.mark.line
    default: nil
    }
  }
}
