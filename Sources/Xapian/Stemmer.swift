import CXapian

/// A Snowball stemmer. It keeps a buffer between calls: one for each thread.
public final class Stemmer {
  /// The languages whose stems are used.
  public enum Language: String, Sendable, CaseIterable {
    /// Snowball's `french`.
    case french
    /// Snowball's `english` (Porter 2).
    case english
  }

  /// The most bytes a word may have; no term is longer.
  public static let maximumWordLength = Int(CXAPIAN_WORD_MAX)

  private let handle: OpaquePointer

  /// A stemmer for the language.
  ///
  /// - Throws: ``XapianError``: `outOfMemory`.
  public init(_ language: Language) throws(XapianError) {
    var opened: OpaquePointer?
    try crossing { cxapian_stemmer_open(language.rawValue, &opened, $0) }
    guard let opened else { throw XapianError(code: .unknown, message: "no handle", context: "Stemmer") }
    self.handle = opened
  }

  deinit { cxapian_stemmer_close(handle) }

  /// Replaces `stem` by the stem of `word`, both UTF-8 in lower case. `stem` keeps its memory from word to word.
  ///
  /// - Throws: ``XapianError``: `invalidArgument` for a word of more than ``maximumWordLength`` bytes.
  public func stem(_ word: UnsafeBufferPointer<UInt8>, into stem: inout [UInt8]) throws(XapianError) {
    var bytes: UnsafePointer<UInt8>?
    var count = 0
    try crossing { cxapian_stemmer_stem(handle, word.baseAddress, word.count, &bytes, &count, $0) }
    stem.removeAll(keepingCapacity: true)
    stem.append(contentsOf: UnsafeBufferPointer(start: bytes, count: count))
  }

  /// The stem of `word`.
  ///
  /// - Throws: ``XapianError``: `invalidArgument` for a word of more than ``maximumWordLength`` bytes.
  public func stem(_ word: String) throws(XapianError) -> String {
    let word = Array(word.utf8)
    var bytes: UnsafePointer<UInt8>?
    var count = 0
    try crossing { cxapian_stemmer_stem(handle, word, word.count, &bytes, &count, $0) }
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }
}
