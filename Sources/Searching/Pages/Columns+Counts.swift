import Debates
import Xapian

extension Columns {
  /// The kinds of some passages, counted, in the order of `PassageKind`; those that there are none of are left out.
  func countsOfKinds(_ documents: some Sequence<UInt32>) -> [ValueCount] {
    var counts = [Int](repeating: 0, count: PassageKind.allCases.count + 1)
    for document in documents { counts[Int(kinds[Int(document)])] += 1 }
    return zip(PassageKind.allCases, counts.dropFirst()).filter { $0.1 > 0 }.map {
      ValueCount(value: $0.0.rawValue, count: $0.1)
    }
  }

  /// The languages of some passages, counted, most first; those without one are left out.
  func countsOfLanguages(_ documents: some Sequence<UInt32>) -> [ValueCount] {
    var counts = [Int](repeating: 0, count: languages.values.count)
    for document in documents where Int(document) < languages.ordinals.count {
      counts[Int(languages.ordinals[Int(document)])] += 1
    }
    return ValueCount.sorted(
      counts.indices.dropFirst().map { .init(value: languages.values.string(at: $0), count: counts[$0]) })
  }

  /// The debates of some passages, and how many of the passages each has.
  func debates(of documents: some Sequence<UInt32>) -> [Int: Int] {
    documents.reduce(into: [:]) { $0[Int(debates.ordinals[Int($1)]), default: 0] += 1 }
  }

  /// The newest first, those without a day last; among those of one day in the order of the index.
  func newestFirst(_ debates: some Sequence<Int>) -> [Int] {
    debates.sorted { (debateDays[$0], $1) > (debateDays[$1], $0) }
  }

  /// The debates that carry an expertise, by its entry.
  func debates(carrying expertise: Int) -> [Int] {
    expertises.ofDebates.indices.filter { expertises.ofDebates[$0].contains(expertise) }
  }
}

extension ValueCount {
  /// The most frequent first, those that there are none of left out; among equals in the order of letters.
  static func sorted(_ values: [ValueCount]) -> [ValueCount] {
    values.filter { $0.count > 0 }.sorted { ($0.count, $1.value) > ($1.count, $0.value) }
  }
}
