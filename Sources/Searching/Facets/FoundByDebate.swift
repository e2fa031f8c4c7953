import Xapian

/// Passages that are found, one debate's after another's: what counting goes through.
struct FoundByDebate {
  /// Document numbers.
  let passages: [UInt32]
  /// The ordinals of debates, and where the passages of each end.
  let debates: [(debate: UInt32, end: Int)]
  /// How many debates stand for each of these.
  let step: Int

  /// - Parameter exactPassages: up to which all are taken; of more, those of every n-th debate.
  init(_ found: DocumentSet, _ columns: Columns, exactPassages: Int) {
    let count = found.count
    step = max(1, (count + exactPassages - 1) / exactPassages)
    var passages: [UInt32] = []
    passages.reserveCapacity(count / step + 1)
    var debates: [(UInt32, Int)] = []
    for debate in stride(from: 1, to: columns.ofDebates.count, by: step) {
      let before = passages.count
      for document in columns.ofDebates.of(debate) where found.contains(document) { passages.append(document) }
      if passages.count > before { debates.append((UInt32(debate), passages.count)) }
    }
    self.passages = passages
    self.debates = debates
  }
}
