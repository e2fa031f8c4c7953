import Foundation
public import Schema
import Xapian

/// Everything that an index holds for an audience, as text, in an order that does not depend on how it was built.
public enum IndexDump {
  /// - Parameter root: left out of the places that debates were read from.
  public static func lines(of index: String, _ audience: Audience = .everyone, root: String) throws -> [String] {
    let layout = IndexLayout(root: index)
    guard let generation = try layout.generation(), layout.has(audience, in: generation) else { return [] }
    let reader = try Reader(path: layout.database(audience, in: generation))
    var terms: [UInt32: [String]] = [:]
    for (term, _) in try reader.terms(prefix: "", limit: 10_000_000) {
      for document in try reader.documents(withTerm: term) { terms[document, default: []].append(term) }
    }
    let documents = terms.keys.sorted()
    let data = try reader.data(of: documents)
    let values = try Slot.allCases.map { try reader.values(slot: $0.rawValue, of: documents) }
    let passages = documents.enumerated().map { row, document in
      let columns = values.map { String(decoding: $0[row], as: UTF8.self) }
      let terms = terms[document, default: []].sorted().joined(separator: " ")
      return "\(String(decoding: data[row], as: UTF8.self)) \(columns) \(terms)"
    }
    let debates = try StoredDebate.all(in: reader).map { "\($0)".replacingOccurrences(of: root, with: "") }
    return ["\(try reader.documentCount) passages"] + debates + passages.sorted()
  }
}
