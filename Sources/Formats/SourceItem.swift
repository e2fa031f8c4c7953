public import Debates
import Foundation

/// One thing that a source says.
public enum SourceItem: Sendable {
  /// A debate to keep.
  case debate(Debate, file: String, line: Int?)
  /// A debate to remove.
  case deletion(id: String, file: String, line: Int?)
  /// Something that could not be used; the rest of the source goes on.
  case refused(LocatedError)
  /// Something to tell once per run (see ``NoticeFilter``): an unknown key, files of no known format.
  case notice(LocatedError)
}

/// A piece of a source, read but not yet decoded: cheap to make, safe to hand to another thread.
public struct RawItem: Sendable {
  /// The file as it was named or found; `-` is standard input.
  public let file: String
  /// The line it begins on, from 1.
  public let line: Int?
  let content: Content
  let limits: RecordLimits

  enum Content: Sendable {
    case bytes(Data, format: any DebateFormat.Type, name: String)
    case item(SourceItem)
  }

  /// Bytes to decode; 0 for what the reader has already judged.
  public var byteCount: Int {
    if case .bytes(let bytes, _, _) = content { bytes.count } else { 0 }
  }

  /// Understands the bytes; safe to call from any thread, and the costly part of reading.
  public func decode() -> [SourceItem] {
    switch content {
    case .item(let item): [item]
    case .bytes(let bytes, let format, let name):
      format.decode(bytes, file: file, name: name, line: line, limits: limits)
    }
  }
}

/// Lets each notice through once per run.
public struct NoticeFilter: Sendable {
  private var seen: Set<String> = []

  /// A filter that has seen nothing.
  public init() {}

  /// Whether this notice is news: the first about its field (an unknown key), or about its file and reason.
  public mutating func isNew(_ notice: LocatedError) -> Bool {
    seen.insert(notice.field ?? "\(notice.file)\u{0}\(notice.reason)").inserted
  }
}
