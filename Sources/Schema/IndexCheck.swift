import Xapian

/// Refuses an index that this program would misread.
public enum IndexCheck {
  /// - Throws: `IndexError.otherFormat`, `.otherAnalysis`, `.notAnIndex`, `.storage`.
  public static func verify(_ layout: IndexLayout, generation: String, fingerprint: String) throws(IndexError) {
    let format: String?
    let analysis: String?
    do throws(XapianError) {
      let reader = try Reader(path: layout.database(.everyone, in: generation))
      format = try reader.metadata(StateKey.format).map { String(decoding: $0, as: UTF8.self) }
      analysis = try reader.metadata(StateKey.analysis).map { String(decoding: $0, as: UTF8.self) }
    } catch {
      throw .storage(error)
    }
    guard let format, let analysis else { throw .notAnIndex(layout.root) }
    guard format == IndexFormat.version else {
      throw .otherFormat(layout.root, found: format, expected: IndexFormat.version)
    }
    guard analysis == fingerprint else { throw .otherAnalysis(layout.root, found: analysis, expected: fingerprint) }
  }
}
