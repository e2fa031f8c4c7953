import Foundation
public import Schema
import Xapian

/// Everything that an index holds for an audience, as text, in an order that does not depend on how it was built.
public enum IndexDump {
  /// - Parameter root: left out of the places that debates were read from.
  public static func lines(of index: String, _ audience: Audience = .everyone, root: String) throws -> [String] {
    try debates(of: index, audience, root: root).sorted { $0.key < $1.key }.flatMap(\.value)
  }

  /// By debate: what is stored of it, then its passages with their data, values, and terms with their frequencies and
  /// positions. Empty when the audience has no database.
  public static func debates(
    of index: String, _ audience: Audience = .everyone, root: String
  ) throws -> [String: [String]] {
    let layout = IndexLayout(root: index)
    guard let generation = try layout.generation(), layout.has(audience, in: generation) else { return [:] }
    let reader = try Reader(path: layout.database(audience, in: generation))
    var passages: [String: [String]] = [:]
    let documents = try reader.documents(withTerm: "")
    let data = try reader.data(of: documents)
    let ids = try reader.values(slot: Slot.debate.rawValue, of: documents)
    let values = try Slot.allCases.map { try reader.values(slot: $0.rawValue, of: documents) }
    for (row, document) in documents.enumerated() {
      var line = Array(data[row])
      for column in values { line += [UInt8(ascii: " "), UInt8(ascii: "|")] + column[row] }
      add(try reader.contents(of: document).document, to: &line)
      passages[ids.string(at: row), default: []].append(String(decoding: line, as: UTF8.self))
    }
    var dump = passages.mapValues { $0.sorted() }
    for debate in try StoredDebate.all(in: reader) {
      let stored = "\(debate)".replacingOccurrences(of: root, with: "")
      dump[debate.id, default: []].insert(stored, at: 0)
    }
    return dump
  }

  private static func add(_ document: DocumentBuffer, to line: inout [UInt8]) {
    document.forEachTerm { term, frequency, positions in
      line.append(UInt8(ascii: " "))
      line += term
      line += ":\(frequency)".utf8
      for position in positions { line += ",\(position)".utf8 }
    }
  }
}
