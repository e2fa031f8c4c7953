import Foundation
import Schema
import Xapian

/// All that a reader can see of an index's databases, as text: terms, postings, positions, documents, metadata, and the
/// statistics that ranking uses.
public enum WholeDump {
  /// - Throws: `IndexError`, `XapianError`: what a reader would get.
  public static func lines(of index: String) throws -> [String] {
    let layout = IndexLayout(root: index)
    guard let generation = try layout.generation() else { throw IndexError.notFound(index) }
    return try Audience.allCases.flatMap { audience in
      layout.has(audience, in: generation) ? try lines(database: layout.database(audience, in: generation)) : []
    }
  }

  private static func lines(database path: String) throws -> [String] {
    let reader = try Reader(path: path)
    let documents = try reader.documents(withTerm: "")
    var lines = ["\(try reader.documentCount) \(try reader.averageLength) \(try reader.lengths) \(documents)"]
    for key in try reader.metadataKeys(prefix: "") {
      lines.append("\(key) \(String(decoding: try reader.metadata(key) ?? [], as: UTF8.self))")
    }
    for slot in Slot.allCases {
      lines.append("\(slot) \(try reader.bounds(ofSlot: slot.rawValue))")
      lines.append("\(try reader.values(slot: slot.rawValue, of: documents).bytes)")
    }
    for document in documents { lines.append(line(try reader.contents(of: document))) }
    var last: [UInt8]?
    while true {
      let page = try reader.postings(after: last, limit: 1 << 16)
      if page.terms.count == 0 { return lines }
      for term in 0..<page.terms.count {
        last = Array(page.terms[term])
        var line = "\(page.terms.string(at: term)) \(page.statistics(ofTerm: term))"
        page.forEachPosting(ofTerm: term) { posting, positions in
          line += " \(posting.document) \(posting.withinDocumentFrequency) \(Array(positions))"
        }
        lines.append(line)
      }
    }
  }

  private static func line(_ contents: DocumentContents) -> String {
    var line = "\(contents.length) \(contents.uniqueTerms) \(contents.document.data.hashValue)"
    contents.document.forEachValue { slot, value in line += " \(slot)=\(Array(value))" }
    contents.document.forEachTerm { term, frequency, _ in
      line += " \(String(decoding: term, as: UTF8.self)) \(frequency)"
    }
    return line
  }
}
