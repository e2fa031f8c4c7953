import Debates
import Schema
import Xapian

/// What ranking reads of every passage, in memory: of one revision of the index.
///
/// About 45 bytes a passage, and each debate and person once.
final class Columns: Sendable {
  /// Debates' ids.
  let debates: ValueColumn
  /// `fr`, `en`, or nothing.
  let languages: ValueColumn
  /// The ids of who says or writes it.
  let speakers: ValueColumn
  /// By the ordinal of a debate: its length, as `DebateLength` rounds it.
  let debateLengths: [Double]
  /// By document number: the length of the passage.
  let lengths: [UInt32]
  /// By the ordinal of a debate: the language of most of what is said in it, by the ordinal of `languages`; 0 for none.
  let debateLanguages: [UInt32]
  /// By the ordinal of a debate: the lengths of its passages together.
  let debateWords: [Double]
  /// By entry of `people`: the lengths together of what they said or wrote, and of what presents them.
  let personWords: [Double]
  /// By document number: 0, or what kind of passage it is, from 1 in the order of `PassageKind.allCases`.
  let kinds: [UInt8]
  /// By document number: the `Likeness` of the passage.
  let likeness: [UInt64]
  /// Who has to do with which passage.
  let people: PeopleTable
  /// How often words are said in each debate, and by each person.
  let debateCounts: GroupCounts
  let personCounts: GroupCounts
  /// Which debates and which people carry which expertises.
  let expertises: ExpertiseTable
  /// Days as `YYYYMMDD`.
  let dates: ValueColumn
  /// By document number: the day as the number `YYYYMMDD`; 0 for none.
  let days: [Int32]
  /// By the ordinal of a debate: its own day, or the first of its passages'; 0 for none.
  let debateDays: [Int32]
  /// What category, format and place each debate has.
  let categories: DebateLabels
  let formats: DebateLabels
  let locations: DebateLabels
  /// The passages of each debate, by its ordinal; of each person, by their entry.
  let ofDebates: Members
  let ofPeople: Members

  /// Reads them all, in one pass over each column.
  /// - Throws: `XapianError`.
  init(_ reader: borrowing Reader) throws {
    let debates = try reader.column(slot: Slot.debate.rawValue)
    self.debates = debates
    languages = try reader.column(slot: Slot.language.rawValue)
    speakers = try reader.column(slot: Slot.speaker.rawValue)
    lengths = try reader.documentLengths()
    let kinds = try reader.column(slot: Slot.kind.rawValue)
    let ordinals = (0..<kinds.values.count).map { Columns.kindNumber(kinds.values.string(at: $0)) }
    self.kinds = kinds.ordinals.map { ordinals[Int($0)] }
    let written = try reader.column(slot: Slot.debateLength.rawValue)
    let numbers = (0..<written.values.count).map { Double(written.values.string(at: $0)) ?? 0 }
    var debateLengths = [Double](repeating: 0, count: debates.values.count)
    for (document, debate) in debates.ordinals.enumerated() where document < written.ordinals.count {
      debateLengths[Int(debate)] = numbers[Int(written.ordinals[document])]
    }
    self.debateLengths = debateLengths
    likeness = try Columns.fingerprints(reader)
    people = PeopleTable(
      try reader.column(slot: Slot.people.rawValue), debates: debates.ordinals, kinds: self.kinds)
    debateLanguages = Columns.most(
      of: languages.ordinals, values: languages.values.count, by: debates.ordinals, count: debates.values.count)
    debateWords = Columns.sums(of: lengths, by: debates.ordinals, count: debates.values.count)
    personWords = Columns.sums(of: lengths, by: people.voices, count: people.entries.count)
    debateCounts = GroupCounts(groups: debates.ordinals, count: debates.values.count)
    personCounts = GroupCounts(groups: people.voices, count: people.entries.count)
    expertises = ExpertiseTable(
      try reader.column(slot: Slot.expertises.rawValue), debates: debates, people: people,
      kinds: self.kinds)
    let dates = try reader.column(slot: Slot.date.rawValue)
    self.dates = dates
    let numbersOfDays = (0..<dates.values.count).map { Int32(dates.values.string(at: $0)) ?? 0 }
    days = debates.ordinals.indices.map { $0 < dates.ordinals.count ? numbersOfDays[Int(dates.ordinals[$0])] : 0 }
    debateDays = Columns.days(ofDebates: debates, days: days, kinds: self.kinds)
    categories = DebateLabels(try reader.column(slot: Slot.category.rawValue), debates: debates)
    formats = DebateLabels(try reader.column(slot: Slot.format.rawValue), debates: debates)
    locations = DebateLabels(try reader.column(slot: Slot.location.rawValue), debates: debates)
    ofDebates = Members(groups: debates.ordinals, count: debates.values.count)
    ofPeople = Members(groups: people.voices, count: people.entries.count)
  }

  /// A subject has the day of its debate; where there is none, what was said first is nearest to it.
  private static func days(ofDebates debates: ValueColumn, days: [Int32], kinds: [UInt8]) -> [Int32] {
    var own = [Int32](repeating: 0, count: debates.values.count)
    var first = own
    for (document, debate) in debates.ordinals.enumerated() where debate > 0 && days[document] > 0 {
      let (debate, day) = (Int(debate), days[document])
      if kinds[document] == number(of: .subject) { own[debate] = day }
      first[debate] = first[debate] == 0 ? day : min(first[debate], day)
    }
    return zip(own, first).map { $0 > 0 ? $0 : $1 }
  }

  private static func fingerprints(_ reader: borrowing Reader) throws -> [UInt64] {
    let documents = Array(0...(try reader.lastDocumentID))
    let values = try reader.values(slot: Slot.likeness.rawValue, of: documents)
    return documents.indices.map { Columns.fingerprint(values[$0]) }
  }

  /// The number that a value of `Slot.likeness` is.
  static func fingerprint(_ value: ArraySlice<UInt8>) -> UInt64 { value.reversed().reduce(0) { $0 << 8 | UInt64($1) } }

  /// The value, none apart, that most documents of each group have.
  private static func most(of ordinals: [UInt32], values: Int, by groups: [UInt32], count: Int) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: count * values)
    for (document, group) in groups.enumerated() where document < ordinals.count {
      counts[Int(group) * values + Int(ordinals[document])] += 1
    }
    return (0..<count).map { group in
      let row = counts[(group * values)..<((group + 1) * values)]
      let best = row.dropFirst().enumerated().max { ($0.element, $1.offset) < ($1.element, $0.offset) }
      return best.map { $0.element > 0 ? UInt32($0.offset + 1) : 0 } ?? 0
    }
  }

  private static func sums(of lengths: [UInt32], by groups: [UInt32], count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (document, group) in groups.enumerated() where document < lengths.count {
      sums[Int(group)] += Double(lengths[document])
    }
    return sums
  }

  /// How a kind is written in `kinds`.
  static func number(of kind: PassageKind) -> UInt8 { kindNumber(kind.rawValue) }

  static func kindNumber(_ name: String) -> UInt8 {
    UInt8((PassageKind.allCases.firstIndex { $0.rawValue == name } ?? -1) + 1)
  }
}
