import Testing

@testable import Debates

@Suite struct CivilDayTests {
  /// Every day from 0001-01-01 to 9999-12-31 is one after the day before.
  @Test func countsEveryDayOnce() {
    var expected = -719_162
    for year in 1...9999 {
      for month in 1...12 {
        for day in 1...(CivilDay.days(in: month, of: year) ?? 0) {
          if CivilDay.number(year: year, month: month, day: day) != expected {
            Issue.record("\(year)-\(month)-\(day) is not day \(expected)")
            return
          }
          guard CivilDay.date(of: expected) == (year, month, day) else {
            Issue.record("day \(expected) is not \(year)-\(month)-\(day)")
            return
          }
          expected += 1
        }
      }
    }
    #expect(expected == 2_932_897)
  }

  @Test(arguments: [(2000, 29), (1900, 28), (2024, 29), (2023, 28), (4, 29), (100, 28), (400, 29)])
  func february(year: Int, days: Int) { #expect(CivilDay.days(in: 2, of: year) == days) }

  @Test func noOtherMonths() { #expect([0, 13, -1].allSatisfy { CivilDay.days(in: $0, of: 2000) == nil }) }
}
