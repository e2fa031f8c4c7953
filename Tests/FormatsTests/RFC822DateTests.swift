import Testing

@testable import Formats

@Suite struct RFC822DateTests {
  @Test(arguments: [
    ("Wed, 02 Dec 2009 10:30:00 +0100", "2009-12-02T10:30:00+01:00"),
    ("Wed, 02 Dec 2009 10:30:00 GMT", "2009-12-02T10:30:00Z"),
    ("02 Dec 2009 10:30 Z", "2009-12-02T10:30:00Z"),
    ("Wed, 2 Dec 09 10:30:00 EST", "2009-12-02T10:30:00-05:00"),
    ("Wed, 2 Dec 99 10:30:00 PDT", "1999-12-02T10:30:00-07:00"),
    ("Wed, 2 Dec 109 10:30:00 UT", "2009-12-02T10:30:00Z"),
    ("Wednesday, 02-Dec-09 10:30:00 GMT", "2009-12-02T10:30:00Z"),
    ("Wed Dec  2 10:30:00 2009", "2009-12-02T10:30:00Z"),
    ("Wed, 02 December 2009 10:30:00 CEST", "2009-12-02T10:30:00+02:00"),
    ("Wed, 02 Dec 2009 10:30:00 GMT+2", "2009-12-02T10:30:00+02:00"),
    ("Wed, 02 Dec 2009 10:30:00 UTC+05:30", "2009-12-02T10:30:00+05:30"),
    ("Wed, 02 Dec 2009 10:30:00 -03:30", "2009-12-02T10:30:00-03:30"),
    ("Wed, 02 Dec 2009 10:30:00.250 +0000 (nobody, knows)", "2009-12-02T10:30:00Z"),
    ("Wed, 02 Dec 2009 10:30:00 XYZ", "2009-12-02T10:30:00Z"),
    ("Wed, 02 Dec 2009 10:30:00 +9900", "2009-12-02T10:30:00Z"),
    ("  wed,02 dec 2009 10:30:00 gmt ", "2009-12-02T10:30:00Z"),
    ("mar., 1 déc. 2009 10:30 CET", "2009-12-01T10:30:00+01:00"),
    ("1er août 2009", "2009-08-01"),
    ("Dec 2, 2009", "2009-12-02"),
    ("02 Dec 2009 24:00:00", "2009-12-02"),
    ("02 Dec 2009 10:99:00", "2009-12-02"),
  ]) func dates(text: String, expected: String) {
    #expect(RFC822Date.iso8601(text) == expected)
  }

  @Test(arguments: [
    "", "tomorrow", "31 Feb 2009", "32 Dec 2009", "Mon, 30 Nov -0001 00:00:00 +0000", "02 Dec 0000", "02 Dec",
    "Dec 2009", "02 Dec 99999999999999999999", "9999999999999999999999 Dec 2009", "::::", "+", "-", "(((((",
    "02 Dec 2009" + String(repeating: " 1", count: 100),
  ]) func notDates(text: String) {
    #expect(RFC822Date.iso8601(text) == nil)
  }

  @Test(
    arguments: [
      ("2009-12-02T10:30:00Z", "2009-12-02T10:30:00Z"), ("2009-12-02 10:30:00", "2009-12-02T10:30:00Z"),
      ("2009-12-02 10:30:00 +0100", "2009-12-02T10:30:00+01:00"),
      ("2009-12-02 10:30:00 UTC", "2009-12-02T10:30:00Z"), ("2009-12-02T25:30:00", "2009-12-02"),
      ("0000-00-00 00:00:00", nil), ("Wed, 02 Dec 2009 10:30:00 GMT", "2009-12-02T10:30:00Z"), (nil, nil),
    ] as [(String?, String?)]) func feedDates(text: String?, expected: String?)
  {
    #expect(FeedDate.iso8601(text) == expected)
  }

  @Test(
    arguments: [
      ("1:02:03", 3723), ("62:03", 3723), ("3723", 3723), ("3723.5", 3723.5), ("", nil), ("0", nil), ("-5", nil),
      ("1:2:3:4", nil), ("1e9", nil), ("nan", nil), ("999999999999:00:00", nil), ("1::2", nil),
    ] as [(String, Double?)]) func durations(text: String, expected: Double?)
  {
    #expect(MediaDuration.seconds(text, maximum: 1_000_000_000) == expected)
  }
}
