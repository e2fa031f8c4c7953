import Debates
import Schema
import Xapian

/// From filters to a Xapian query that every candidate must match and that adds nothing to its score.
enum FilterCompiler {
  static func query(_ filters: Filters) -> Query? {
    var all: [Query] = []
    if filters.from != nil || filters.to != nil {
      all.append(
        .range(
          slot: Slot.date.rawValue, from: Array((filters.from?.sortKey ?? "00000000").utf8),
          to: Array((filters.to?.lastSortKey ?? "99999999").utf8)))
    }
    if let kind = filters.kind { all.append(.term(Terms.id(.kind, kind.rawValue))) }
    if let language = filters.language { all.append(.term(Terms.id(.language, language))) }
    if let category = filters.category { all.append(.term(Terms.label(.category, category))) }
    if let expertise = filters.expertise { all.append(.term(Terms.label(.expertise, expertise))) }
    if let speaker = filters.speaker {
      all.append(.or([.term(Terms.label(.speaker, speaker)), .term(Terms.label(.speakerName, speaker))]))
    }
    return all.isEmpty ? nil : .and(all)
  }
}
