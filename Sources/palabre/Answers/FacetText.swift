import Foundation
import Searching

extension TextSheet {
  /// The facets of an answer: what could be asked for, how often it is there, and what is asked for already.
  mutating func write(_ facets: [String: FacetResult]) {
    let shown = Facet.allCases.compactMap { facet in facets[facet.rawValue].map { (facet, $0) } }.filter {
      !$0.1.values.isEmpty
    }
    guard !shown.isEmpty else { return }
    for (facet, result) in shown {
      switch facet {
      case .year: write(years: result)
      case .month: write(months: result)
      default: write(facet, result)
      }
    }
    if shown.contains(where: \.1.estimated) { write(StyledText("Counts are about right.", .dim)) }
    gap()
  }

  /// Values one after another, the most frequent first.
  private mutating func write(_ facet: Facet, _ result: FacetResult) {
    let values = result.values.map { value in
      StyledText(value.selected ? "✓ \(value.label)" : value.label, value.selected ? .bold : .plain)
        // A value and its count stay together.
        + StyledText("\u{A0}\(value.count)", .dim)
    }
    var text = StyledText.joined(values, by: StyledText(" · ", .dim))
    if result.more > 0 { text += StyledText(" · \(result.more) more", .dim) }
    write(name(of: facet) + text, hanging: TextSheet.nameColumns)
  }

  /// A bar for each of the latest years, the others in one.
  private mutating func write(years result: FacetResult) {
    let latest = result.values.suffix(TextSheet.yearsShown)
    let earlier = result.values.dropLast(TextSheet.yearsShown).reduce(0) { $0 + $1.count }
    let most = latest.map(\.count).max() ?? 1
    let countColumns = max(String(most).count, String(earlier).count)
    let room = max(4, min(TextSheet.barColumns, look.columns - TextSheet.nameColumns - countColumns - 8))
    var isFirst = true
    func line(_ label: String, _ count: Int, _ bar: String, isSelected: Bool) -> StyledText {
      let number = String(repeating: " ", count: countColumns - String(count).count) + String(count)
      return StyledText((isSelected ? "✓ " : "  ") + label, isSelected ? .bold : .plain)
        + StyledText(" \(number) ", .dim) + StyledText(bar)
    }
    func writeRow(_ text: StyledText, to sheet: inout TextSheet) {
      let lead = isFirst ? sheet.name(of: .year) : StyledText(String(repeating: " ", count: TextSheet.nameColumns))
      isFirst = false
      sheet.write(unbroken: lead + text)
    }
    if earlier > 0 { writeRow(line("…   ", earlier, "", isSelected: false), to: &self) }
    for year in latest {
      let bar = TextSheet.bar(year.count, of: most, columns: room)
      writeRow(line(year.label, year.count, bar, isSelected: year.selected), to: &self)
    }
  }

  /// A column for each of the latest months, also for those without anything.
  private mutating func write(months result: FacetResult) {
    var counts: [Int: Int] = [:]
    for month in result.values { if let number = TextSheet.month(month.value) { counts[number] = month.count } }
    guard let last = counts.keys.max(), let first = counts.keys.min(),
      let most = counts.max(by: { $0.value < $1.value })
    else { return }
    let room = max(1, look.columns - TextSheet.nameColumns - 18)
    let begin = max(first, last - room + 1)
    let blocks = Array("▁▂▃▄▅▆▇█")
    let columns = (begin...last).map { month -> Character in
      let count = counts[month] ?? 0
      return count == 0 ? " " : blocks[(count * blocks.count - 1) / most.value]
    }
    let ends = (TextSheet.label(begin), TextSheet.label(last))
    write(
      unbroken: name(of: .month) + StyledText("  \(ends.0) ", .dim) + StyledText(String(columns))
        + StyledText(" \(ends.1)", .dim))
  }

  private func name(of facet: Facet) -> StyledText {
    StyledText(facet.rawValue.padded(to: TextSheet.nameColumns), .dim)
  }

  /// Eighths of a column are told apart.
  private static func bar(_ count: Int, of most: Int, columns: Int) -> String {
    let eighths = max(1, count * columns * 8 / max(1, most))
    let rest = eighths % 8
    let parts = Array("▏▎▍▌▋▊▉")
    return String(repeating: "█", count: eighths / 8) + (rest == 0 ? "" : String(parts[rest - 1]))
  }

  /// Months since the year 0.
  private static func month(_ text: String) -> Int? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 12 + parts[1] - 1 : nil
  }

  private static func label(_ month: Int) -> String { String(format: "%04d-%02d", month / 12, month % 12 + 1) }

  private static let nameColumns = 10
  private static let yearsShown = 12
  private static let barColumns = 24
}
