import Foundation
import Schema
import Xapian

/// Whether what is stored of each debate is as it was written, agrees with its passages, and is for one audience.
enum DebatesExamination {
  static func results(_ layout: IndexLayout, _ generation: String) throws -> [CheckResult] {
    var audiences: [String: Audience] = [:]
    return try Audience.allCases.filter { layout.has($0, in: generation) }.map { audience in
      let reader = try Reader(path: layout.database(audience, in: generation))
      var faults = Faults()
      let ids = try debates(in: reader, &faults)
      for id in ids {
        if let other = audiences.updateValue(audience, forKey: id) {
          faults.add("debate \"\(id)\" is in the database of \(other.rawValue), too")
        }
      }
      return CheckResult("debates", audience, detail: "\(ids.count) stored", faults: faults)
    }
  }

  /// What the schema is checked by.
  private static let identity: Set<String> = [StateKey.format, StateKey.analysis]

  /// The ids of the debates of a database.
  private static func debates(in reader: borrowing Reader, _ faults: inout Faults) throws -> [String] {
    var ids: [String] = []
    var passages = 0
    var withPassages = 0
    for key in try reader.metadataKeys(prefix: "") where !identity.contains(key) {
      guard key.hasPrefix(StateKey.debates) else {
        let isIntact = try reader.metadata(key).map { StoredBytes.opened($0, under: key) != nil } ?? false
        faults.expect(isIntact, "what is stored under \"\(key)\" is not what was written")
        continue
      }
      guard let json = try reader.metadata(key), StoredJSON.isIntact(json),
        let stored = try? StoredJSON.decode(StoredDebate.self, from: json)
      else {
        faults.add("what is stored under \"\(key)\" is not what was written")
        continue
      }
      faults.expect(
        key == StateKey.debate(stored.id), "what is stored under \"\(key)\" is of debate \"\(stored.id)\"")
      let found = try reader.frequency(ofTerm: Terms.id(.debate, stored.id))
      faults.expect(
        Int(found) == stored.passages,
        "debate \"\(stored.id)\" has \(found) passages, and \(stored.passages) were written")
      ids.append(stored.id)
      passages += stored.passages
      if stored.passages > 0 { withPassages += 1 }
    }
    let count = Int(try reader.documentCount)
    faults.expect(passages == count, "\(count) passages are there, and \(passages) were written")
    let named = try reader.terms(prefix: TermPrefix.debate.rawValue, limit: .max).count
    faults.expect(
      named == withPassages, "passages name \(named) debates, and \(withPassages) of those stored have any")
    return ids
  }
}
