/// The documents of each group: of a debate, of a person.
struct Members {
  /// Documents by group, ascending within each.
  private let documents: [UInt32]
  private let starts: [Int]

  /// - Parameters:
  ///   - groups: by document number; 0 for none.
  ///   - count: one more than the last group.
  init(groups: [UInt32], count: Int) {
    var starts = [Int](repeating: 0, count: count + 1)
    for group in groups where group > 0 { starts[Int(group) + 1] += 1 }
    for group in 0..<count { starts[group + 1] += starts[group] }
    var next = starts
    var documents = [UInt32](repeating: 0, count: starts[count])
    for (document, group) in groups.enumerated() where group > 0 {
      documents[next[Int(group)]] = UInt32(document)
      next[Int(group)] += 1
    }
    self.starts = starts
    self.documents = documents
  }

  /// How many groups there are, the one that is none counted.
  var count: Int { starts.count - 1 }

  /// The documents of all groups, one group's after another's.
  var all: [UInt32] { documents }

  /// The documents of a group.
  func of(_ group: Int) -> ArraySlice<UInt32> { documents[starts[group]..<starts[group + 1]] }
}
