import Testing

@testable import Debates

@Suite struct WrittenDateTests {
  @Test(arguments: [
    ("mardi 29 janvier 2013", "2013-01-29"), ("samedi 1er août 2015", "2015-08-01"), ("3 FÉVRIER 1999", "1999-02-03"),
    ("Troisième séance du jeudi 7 fevrier 2013 (matin)", "2013-02-07"), ("10th June 2011", "2011-06-10"),
    ("Tuesday, 7th December, 2010", "2010-12-07"), ("February 1, 2013", "2013-02-01"),
    ("the 3rd of May 2020", "2020-05-03"), ("30. 1. 2001", "2001-01-30"), ("7/5/1990", "1990-05-07"),
    ("Le 2 mars, puis le 4 mars 2012", "2012-03-04"), ("29 février 2012", "2012-02-29"),
  ]) func days(text: String, expected: String) {
    #expect(WrittenDate.iso(in: text) == expected)
  }

  @Test(arguments: [
    "", "mai", "29 février 2013", "7 mai 90", "12 13 2014", "1ère séance de 2013", "5 mai 99999999999999999999",
  ]) func noDay(text: String) {
    #expect(WrittenDate.iso(in: text) == nil)
  }

  /// What cannot be the day leaves the month.
  @Test(arguments: [
    "janvier 2013", "32 janvier 2013", "0 January 2013", "99999999999999999999 janvier 2013", "٣ janvier 2013",
  ]) func months(text: String) {
    #expect(WrittenDate.iso(in: text) == "2013-01")
  }
}
