import Debates
import Testing

@Suite struct MomentDaysTests {
  @Test(arguments: ["0001-01-01", "1582-10-10", "1969-12-31", "1970-01-01", "2024-02-29", "2026-11-23", "9999-12-31"])
  func aDayIsItsNumber(text: String) throws {
    let written = try Moment(text)
    #expect(Moment(dayNumber: written.dayNumber) == written)
  }

  @Test func noOtherDays() {
    #expect(Moment(dayNumber: -719_163) == nil && Moment(dayNumber: 2_932_897) == nil)
    #expect(Moment(dayNumber: .min) == nil && Moment(dayNumber: .max) == nil)
  }

  @Test func todayIsADay() throws { #expect(try Moment(Moment.today.text) == Moment.today) }
}
