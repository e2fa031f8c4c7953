public import Debates
import Foundation

/// One thing that a source says.
public enum SourceItem: Sendable {
  /// A debate to keep.
  case debate(Debate, Standing, file: String, line: Int?)
  /// A debate to remove.
  case deletion(id: String, file: String, line: Int?)
  /// Something that could not be used; the rest of the source goes on.
  case refused(LocatedError)
  /// Something to tell once per run (see ``NoticeFilter``): an unknown key, files of no known format.
  case notice(LocatedError)
}

extension SourceItem {
  /// The same, a refusal told of this record when it is told of none: what is wrong concerns no other.
  func naming(record id: String) -> SourceItem {
    guard case .refused(var error) = self, error.record == nil else { return self }
    error.record = id
    return .refused(error)
  }
}

/// How much of a debate its source holds.
public enum Standing: Sendable, Equatable {
  /// All of it: it replaces what is known, and when its source holds it no more it may be pruned.
  case whole
  /// All of it, and these comments of feeds, which hold the latest only: they add to those that earlier runs joined.
  case joined([Comment])
  /// The latest of it, as feeds do: it adds to what is known, and its absence means nothing.
  case feed
  /// A transcript or comments whose debate is not among the sources: all there is, unless the index has more.
  case alone
}

/// A piece of a source, read but not yet decoded: cheap to make, safe to hand to another thread.
public struct RawItem: Sendable {
  /// The file as it was named or found; `-` is standard input.
  public let file: String
  /// The line it begins on, from 1.
  public let line: Int?
  /// Bytes to decode; 0 for what the reader has already judged.
  public let byteCount: Int
  private let decoding: @Sendable () -> [SourceItem]
  /// The bytes that the decoding reads, and what else decides what is understood; nil when that is not at hand.
  private let content: (bytes: Data, manner: String)?
  /// What joins the debates of this piece.
  var companions: Companions?
  /// The debate's file, when it holds nothing else.
  var lonePath: String?

  init(
    file: String, line: Int?, byteCount: Int, content: (Data, String)? = nil,
    decoding: @escaping @Sendable () -> [SourceItem]
  ) {
    self.file = file
    self.line = line
    self.byteCount = byteCount
    self.content = content.map { (bytes: $0.0, manner: $0.1) }
    self.decoding = decoding
  }

  /// The hash of all that this piece would be understood from; nil when something else joins it.
  public func contentHash() -> ContentHash? {
    guard let content, companions?.isEmpty ?? true else { return nil }
    var hash = ContentHash()
    hash.update(content.manner)
    content.bytes.withUnsafeBytes { hash.update($0) }
    return hash
  }

  /// The same, with something to tell before.
  func preceded(by item: SourceItem) -> RawItem {
    RawItem(file: file, line: line, byteCount: byteCount) { [decoding] in [item] + decoding() }
  }

  /// Understands the bytes; safe to call from any thread, and the costly part of reading.
  public func decode() -> [SourceItem] {
    guard let companions, !companions.isEmpty else { return decoding() }
    return decoding().flatMap { companions.completing($0, path: lonePath) }
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
