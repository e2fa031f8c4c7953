import Xapian

/// How much there is of a year or of a month.
public struct PeriodCount: Encodable, Sendable, Equatable {
  /// A year as `2009`, or a month as `2009-12`.
  public var period: String
  /// How many passages are of it.
  public var passages: Int
  /// Of how many debates they are.
  public var debates: Int
}

/// What was said when.
struct Activity {
  /// In the order of time; what has no day is not counted.
  let years: [PeriodCount]
  /// The same by month: the last 366 that there is anything of.
  let months: [PeriodCount]

  init(of documents: some Sequence<UInt32>, _ columns: Columns) {
    var passages: [Int32: Int] = [:]
    var debates: [Int32: Set<UInt32>] = [:]
    for document in documents {
      let month = columns.days[Int(document)] / 100
      guard month > 0 else { continue }
      passages[month, default: 0] += 1
      debates[month, default: []].insert(columns.debates.ordinals[Int(document)])
    }
    months = passages.keys.sorted().suffix(Activity.maximumMonths).map { month in
      PeriodCount(
        period: "\(Activity.digits(month / 100, 4))-\(Activity.digits(month % 100, 2))", passages: passages[month] ?? 0,
        debates: debates[month]?.count ?? 0)
    }
    let byYear = Dictionary(grouping: passages.keys) { $0 / 100 }
    years = byYear.keys.sorted().map { year in
      let months = byYear[year] ?? []
      return PeriodCount(
        period: Activity.digits(year, 4), passages: months.reduce(0) { $0 + (passages[$1] ?? 0) },
        debates: months.reduce(into: Set<UInt32>()) { $0.formUnion(debates[$1] ?? []) }.count)
    }
  }

  /// A day of `Columns.days` as ISO 8601; nil for none.
  static func day(_ day: Int32) -> String? {
    guard day > 0 else { return nil }
    return [digits(day / 10_000, 4), digits(day / 100 % 100, 2), digits(day % 100, 2)].joined(separator: "-")
  }

  private static func digits(_ number: Int32, _ count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  private static let maximumMonths = 366
}
