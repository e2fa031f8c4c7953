import Analysis
import Debates
import Formats
import Foundation
public import Schema
import Xapian

/// What is in an index, and what the last runs did: for operators, since it counts and names records of all audiences.
public struct IndexStatus: Codable, Sendable {
  /// Counts of one audience's database.
  public struct Contents: Codable, Sendable {
    /// Whom the database answers.
    public var audience: Audience
    /// Debates in it.
    public var debates: Int
    /// Passages in it.
    public var passages: Int
    /// Passages by kind, then by language (`fr`, `en`, `unknown`).
    public var kinds: [String: Int]
    /// See `kinds`.
    public var languages: [String: Int]
  }

  /// A run that has begun and not ended in good order.
  public struct UnfinishedRun: Codable, Sendable {
    /// Who it is, or was.
    public var holder: LockHolder
    /// What can be seen of it from here.
    public var state: LockHolder.State
  }

  /// The folder, as it was named.
  public var index: String
  /// The format number.
  public var format: String
  /// The fingerprint of the analysis.
  public var analysis: String
  /// The generation in use.
  public var generation: String
  /// Bytes on disk.
  public var bytes: Int64
  /// One per audience that has a database.
  public var contents: [Contents]
  /// What is known of each source, ordered by path.
  public var sources: [SourceStatus]
  /// Newest first.
  public var receipts: [Receipt]
  /// The run under way, or the one that ended without finishing; nil when there is neither.
  public var unfinished: UnfinishedRun?

  /// - Throws: `IndexError`.
  public init(path: String) throws {
    let layout = IndexLayout(root: path)
    guard let generation = try layout.generation() else { throw IndexError.notFound(path) }
    let fingerprint = try AnalysisFingerprint.current()
    try IndexCheck.verify(layout, generation: generation, fingerprint: fingerprint)
    index = path
    format = IndexFormat.version
    analysis = fingerprint
    self.generation = generation
    bytes = FolderSize.bytes(of: path)
    do {
      contents = try Audience.allCases.filter { layout.has($0, in: generation) }.map {
        try Contents(audience: $0, reader: Reader(path: layout.database($0, in: generation)))
      }
    } catch let error as XapianError {
      throw IndexError.storage(error)
    }
    let book = try ReceiptBook(of: layout)
    sources = book.sources
    receipts = book.runs
    unfinished = RunLock.holder(of: layout).map { UnfinishedRun(holder: $0, state: $0.state) }
  }

  /// Takes a source that is indexed no more off the list. Its debates stay in the index.
  /// - Parameter source: as it is listed, or its path.
  /// - Returns: false when there is none of this name.
  /// - Throws: `IndexError`, among them `.locked`.
  public static func forget(_ source: String, of path: String) throws -> Bool {
    let layout = IndexLayout(root: path)
    guard try layout.generation() != nil else { throw IndexError.notFound(path) }
    return try ReceiptBook.forget(source, in: layout)
  }

  /// Debates and passages of the database at `path`.
  static func count(_ path: String) throws -> (debates: Int, passages: Int) {
    let reader = try Reader(path: path)
    return (try reader.metadataKeys(prefix: StateKey.debates).count, Int(try reader.documentCount))
  }
}

extension IndexStatus.Contents {
  fileprivate init(audience: Audience, reader: borrowing Reader) throws {
    self.audience = audience
    debates = try reader.metadataKeys(prefix: StateKey.debates).count
    passages = Int(try reader.documentCount)
    kinds = [:]
    for kind in PassageKind.allCases {
      kinds[kind.rawValue] = Int(try reader.frequency(ofTerm: Terms.id(.kind, kind.rawValue)))
    }
    languages = [:]
    for language in Language.allCases {
      languages[language.rawValue] = Int(try reader.frequency(ofTerm: Terms.id(.language, language.rawValue)))
    }
    languages["unknown"] = passages - languages.values.reduce(0, +)
  }
}
