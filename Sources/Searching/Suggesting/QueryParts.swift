/// Which parts of a query are searched as words; the rest are operators, fields and what fields hold.
struct QueryParts {
  /// The query with spaces in the place of everything else, so that offsets stay.
  private(set) var searched: [UInt16]
  private var names: [Range<Int>] = []

  init(_ units: [UInt16]) {
    searched = units
    var start = 0
    while start < units.count {
      if QueryParts.isBreak(units[start]) {
        start += 1
        continue
      }
      var end = start
      while end < units.count, !QueryParts.isBreak(units[end]) { end += 1 }
      let chunk = start..<end
      let text = String(decoding: units[chunk], as: UTF16.self)
      if let colon = units[chunk].firstIndex(of: QueryParts.colon), colon > start,
        units[start..<colon].allSatisfy({ QueryParts.isLetter($0) })
      {
        let next = colon + 1 < units.count ? units[colon + 1] : QueryParts.space
        if next != QueryParts.space {
          let value = QueryParts.value(in: units, from: colon + 1, chunk)
          hide(start..<colon + 1)
          switch QueryField(named: String(decoding: units[start..<colon], as: UTF16.self)) {
          case .label(.speaker), .label(.author): names.append(value)
          case .title, .label: break
          case .kinds, .languages, .date, nil: hide(value)
          }
          start = value.upperBound
          continue
        }
      } else if QueryLexeme.operators[text] != nil || text.hasPrefix("-") || text.hasSuffix("*") {
        hide(chunk)
      }
      start = end
    }
  }

  /// Whether a name is asked for there.
  func isName(at place: Int) -> Bool { names.contains { $0.contains(place) } }

  private mutating func hide(_ range: Range<Int>) { for place in range { searched[place] = QueryParts.space } }

  /// What a field holds: up to the closing quotation mark when it begins with one, else the rest of the chunk.
  private static func value(in units: [UInt16], from start: Int, _ chunk: Range<Int>) -> Range<Int> {
    if units[start] == 0x28 { return start..<(units[start...].firstIndex(of: 0x29) ?? units.count) }
    guard let closing = quotes[units[start]] else { return start..<max(start, chunk.upperBound) }
    let end = units[(start + 1)...].firstIndex(of: closing) ?? units.count - 1
    return start..<end + 1
  }

  private static let colon = UInt16(0x3A)
  private static let space = UInt16(0x20)
  private static let quotes: [UInt16: UInt16] = [0x22: 0x22, 0x201C: 0x201D, 0xAB: 0xBB]

  private static func isLetter(_ unit: UInt16) -> Bool {
    (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7A || unit >= 0xC0 && unit <= 0x24F
  }

  /// White space, quotation marks and parentheses.
  private static func isBreak(_ unit: UInt16) -> Bool {
    unit <= 0x20 || unit == 0xA0 || unit == 0x202F || unit == 0x28 || unit == 0x29 || unit == 0x22
      || [0x201C, 0x201D, 0xAB, 0xBB].contains(unit)
  }
}
