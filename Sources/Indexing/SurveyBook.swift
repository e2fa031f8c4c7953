import Formats
import Foundation
import Schema

/// What runs found that came to their end, in `surveys.json`: a run over the same sources that finds the same, on the
/// same index, has nothing to do, and need not open a file to know it.
struct SurveyBook: Codable {
  /// A run that came to its end.
  struct Entry: Codable {
    /// Which sources it read, and how.
    var sources: String
    /// What it found there, before it read.
    var fingerprint: String
    /// The state in which it left the index.
    var state: String
    var receipt: Receipt
    /// Of each source that the receipt counts apart.
    var refusals: [[LocatedError]]
  }

  /// How many sets of sources are kept, those that were read last.
  private static let maximumEntries = 100

  private var entries: [Entry] = []

  /// The book of an index; empty when there is none that can be read, which costs no more than time.
  init(of layout: IndexLayout) {
    guard let json = FileManager.default.contents(atPath: layout.surveysFile) else { return }
    entries = (try? StoredJSON.decode(SurveyBook.self, from: json).entries) ?? []
  }

  /// The run that found just this.
  func entry(_ sources: String, _ fingerprint: String, _ state: String) -> Entry? {
    entries.first { $0.sources == sources && $0.fingerprint == fingerprint && $0.state == state }
  }

  /// Puts a run in the place of the last over the same sources. The caller holds the lock of the index.
  mutating func add(_ entry: Entry, in layout: IndexLayout) throws {
    entries.removeAll { $0.sources == entry.sources }
    entries = Array(([entry] + entries).prefix(SurveyBook.maximumEntries))
    try DurableFile.replace(layout.surveysFile, with: String(decoding: StoredJSON.encode(self), as: UTF8.self) + "\n")
  }
}

extension Receipt {
  /// The receipt of a run that finds everything as this one left it.
  func repeated(since start: Receipt) -> Receipt {
    var receipt = start
    receipt.read = read
    receipt.unchanged = indexed + unchanged
    receipt.refused = refused
    receipt.errors = errors
    receipt.bySource = bySource?.map { source in
      var source = source
      source.unchanged += source.indexed
      (source.indexed, source.removed, source.bytes, source.duration) = (0, 0, 0, 0)
      return source
    }
    return receipt
  }
}
