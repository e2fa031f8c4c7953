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
  /// Newest first.
  public var receipts: [Receipt]

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
    receipts = try Receipt.all(in: layout)
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
