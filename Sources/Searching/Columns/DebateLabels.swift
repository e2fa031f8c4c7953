import Analysis
import Xapian

/// A label that each debate may have one of, such as its category: under all its spellings once.
struct DebateLabels {
  /// As it is written most often; among equals the first in the order of letters. The first entry is none.
  private(set) var names: [String] = [""]
  /// By the ordinal of a debate: its entry, 0 for none.
  private(set) var ofDebates: [UInt32]

  /// - Parameter column: the label, in one passage of each debate that has it.
  init(_ column: ValueColumn, debates: ValueColumn) {
    ofDebates = [UInt32](repeating: 0, count: debates.values.count)
    var entries: [String: Int] = [:]
    var spellings: [[String: Int]] = [[:]]
    let written = (0..<column.values.count).map { value -> (entry: Int, label: String) in
      let label = column.values.string(at: value)
      guard !label.isEmpty else { return (0, "") }
      let key = FoldedKey.of(label)
      let entry = entries[key] ?? spellings.count
      if entry == spellings.count {
        entries[key] = entry
        spellings.append([:])
      }
      return (entry, label)
    }
    for (document, ordinal) in column.ordinals.enumerated() where ordinal > 0 {
      let (entry, label) = written[Int(ordinal)]
      spellings[entry][label, default: 0] += 1
      ofDebates[Int(debates.ordinals[document])] = UInt32(entry)
    }
    names += spellings.dropFirst().map { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? "" }
  }
}
