import Foundation
import Searching

/// Years and months as small histograms.
extension TextSheet {
  /// A bar for each of the latest years and of those that are asked for; the others are counted together.
  ///
  /// - Parameter name: what stands before the first of them.
  mutating func write(years result: FacetResult, _ name: StyledText) {
    let latest = result.values.count - TextSheet.yearsShown
    let shown = result.values.enumerated().filter { $0.offset >= latest || $0.element.selected }.map(\.element)
    let others = result.values.reduce(0) { $0 + $1.count } - shown.reduce(0) { $0 + $1.count }
    let most = shown.map(\.count).max() ?? 1
    let digits = String(max(most, others)).count
    let lead = TextSheet.facetNameColumns
    let room = min(TextSheet.barColumns, look.columns - lead - digits - 8)
    var rows = shown.map { year in
      TextSheet.heading(year.label, year.count, digits, isSelected: year.selected)
        + StyledText(" " + TextSheet.bar(year.count, of: most, columns: room))
    }
    if others > 0 { rows.insert(TextSheet.heading("…   ", others, digits, isSelected: false), at: 0) }
    for (place, row) in rows.enumerated() {
      write(unbroken: (place == 0 ? name : StyledText(String(repeating: " ", count: lead))) + row)
    }
  }

  /// A column for each of the latest months, or of those up to the last that is asked for, also for those without
  /// anything.
  ///
  /// - Parameter name: what stands before them.
  mutating func write(months result: FacetResult, _ name: StyledText) {
    var counts: [Int: Int] = [:]
    for month in result.values { if let number = TextSheet.month(month.value) { counts[number] = month.count } }
    let chosen = result.values.last(where: \.selected).flatMap { TextSheet.month($0.value) }
    guard let last = chosen ?? counts.keys.max(), let first = counts.keys.min(), let most = counts.values.max()
    else { return }
    let room = look.columns - TextSheet.facetNameColumns - 18
    let begin = max(first, last - room + 1)
    let heights = Array("▁▂▃▄▅▆▇█")
    let columns = (begin...last).map { month -> Character in
      let count = counts[month] ?? 0
      return count == 0 ? " " : heights[(count * heights.count - 1) / most]
    }
    write(
      unbroken: name + StyledText("  \(TextSheet.label(begin)) ", .dim) + StyledText(String(columns))
        + StyledText(" \(TextSheet.label(last))", .dim))
  }

  private static func heading(_ label: String, _ count: Int, _ digits: Int, isSelected: Bool) -> StyledText {
    let number = String(repeating: " ", count: digits - String(count).count) + String(count)
    return StyledText((isSelected ? "✓ " : "  ") + label, isSelected ? .bold : .plain) + StyledText(" \(number)", .dim)
  }

  /// Eighths of a column are told apart.
  private static func bar(_ count: Int, of most: Int, columns: Int) -> String {
    let eighths = max(1, count * columns * 8 / most)
    let parts = Array("▏▎▍▌▋▊▉")
    let rest = eighths % 8
    return String(repeating: "█", count: eighths / 8) + (rest == 0 ? "" : String(parts[rest - 1]))
  }

  /// Months since the year 0.
  private static func month(_ text: String) -> Int? {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? parts[0] * 12 + parts[1] - 1 : nil
  }

  private static func label(_ month: Int) -> String { String(format: "%04d-%02d", month / 12, month % 12 + 1) }

  private static let yearsShown = 12
  private static let barColumns = 24
}
