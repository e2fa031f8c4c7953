public import Debates
public import Foundation

/// A kind of file that debates are read from; one type, one file, listed in ``FormatRegistry/all``.
public protocol DebateFormat: Sendable {
  /// Short name, as `palabre formats` prints it.
  static var name: String { get }
  /// File name extensions, without the dot, in lower case.
  static var extensions: [String] { get }
  /// What of a debate the format carries, in one line.
  static var carries: String { get }
  /// What the file is cut into before it is decoded.
  static var unit: FormatUnit { get }
  /// Whether a file is of this format, by its first bytes and its name.
  static func recognises(head: [UInt8], file: String) -> Bool
  /// Understands one unit; what is wrong comes back as `.refused` items.
  ///
  /// `name` is the file's path within its source, without extension: what to call a debate that has no id.
  static func decode(
    _ bytes: Data, file: String, name: String, line: Int?, limits: RecordLimits
  ) -> [SourceItem]
}

/// What is decoded at once.
public enum FormatUnit: Sendable {
  /// Each line stands alone.
  case line
  /// Each element of the JSON list that the file is, or each of its JSON values.
  case element
  /// The whole file.
  case file
}

/// Every format that can be read, the most certain to recognise first.
public enum FormatRegistry {
  /// In the order in which they are asked.
  public static let all: [any DebateFormat.Type] = [NDJSONFormat.self, JSONFormat.self, StudioPageFormat.self]

  static func recognise(head: [UInt8], file: String) -> (any DebateFormat.Type)? {
    all.first { $0.recognises(head: head, file: file) }
  }

  /// The way out for a file that no format recognises.
  static let hint = "`palabre formats` lists what can be read"
}
