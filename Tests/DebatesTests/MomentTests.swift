import Foundation
import Testing

@testable import Debates

@Suite struct MomentTests {
  @Test(arguments: [
    ("2009", "2009", "20090101", "20091231"),
    ("2009-12", "2009-12", "20091201", "20091231"),
    ("2008-02", "2008-02", "20080201", "20080229"),
    ("2009-12-02", "2009-12-02", "20091202", "20091202"),
    ("2009-12-02T23:30", "2009-12-02T23:30:00Z", "20091202", "20091202"),
    ("2009-12-02 23:30:15", "2009-12-02T23:30:15Z", "20091202", "20091202"),
    ("2009-12-02T00:30:00+01:00", "2009-12-02T00:30:00+01:00", "20091202", "20091202"),
    ("2009-12-02T00:30:00.123456-0230", "2009-12-02T00:30:00-02:30", "20091202", "20091202"),
    ("2009-12-02T00:30:00+00:00", "2009-12-02T00:30:00Z", "20091202", "20091202"),
    ("0001-01-01", "0001-01-01", "00010101", "00010101"),
    ("9999-12-31", "9999-12-31", "99991231", "99991231"),
    ("2000-02-29", "2000-02-29", "20000229", "20000229"),
  ])
  func reads(source: String, text: String, first: String, last: String) throws {
    let moment = try Moment(source)
    #expect(moment.text == text)
    #expect(moment.sortKey == first)
    #expect(moment.lastSortKey == last)
    #expect(try Moment(moment.text) == moment)
  }

  @Test(arguments: [
    ("0000", "year 0"), ("0000-01-01", "year 0"), ("1900-02-29", "not a day"), ("2009-13", "not a day"),
    ("2009-00-10", "not a day"), ("2009-04-31", "not a day"), ("2009-1-2", "not a date"), ("", "not a date"),
    ("12/02/2009", "not a date"), ("2009-12-02T25:00", "no clock"), ("2009-12-02T10:60", "no clock"),
    ("20091202", "not a date"), ("-2009", "not a date"), ("2009-12-02Z", "not a date"), ("10000", "not a date"),
    ("2009-12-02T10:00:00+25:00", "not a date"), ("２００９", "not a date"), ("2009-12-02T10:00:00.", "not a date"),
  ])
  func refuses(source: String, reason: String) {
    let error = #expect(throws: MomentError.self) { try Moment(source) }
    #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "no reason")")
  }

  @Test func countsFromTheEpoch() throws {
    #expect(try Moment("1970").secondsSinceEpoch == 0)
    #expect(try Moment("2009-12-02").dayNumber == 14_580)
    #expect(try Moment("1969-12-31").dayNumber == -1)
    #expect(try Moment("2009-12-02T00:30:00+01:00").secondsSinceEpoch == 14_580 * 86_400 - 1800)
    #expect(try Moment("2009-12-02T00:30:00+01:00").dayNumber == 14_580)
  }

  @Test func comparesInstants() throws {
    let sorted = ["2009", "2009-01", "2009-12-02T00:30:00+01:00", "2009-12-02", "2009-12-02T00:10:00Z", "2010"]
    let moments = try sorted.map { try Moment($0) }
    #expect(moments.shuffled().sorted() == moments)
  }
}
