import Debates
import Searching
import Testing

/// Each period from the day that the rows name; Fixtures/Queries/trees.tsv has more.
@Suite struct DateExpressionTests {
  @Test(arguments: [
    // At the ends of months and years.
    ("last month", "2012-03-31", "2012-02..2012-02"), ("last 1 month", "2012-03-31", "2012-03-01..2012-03-31"),
    ("last year", "2012-02-29", "2011..2011"), ("last 1 year", "2012-02-29", "2011-03-01..2012-02-29"),
    ("le mois dernier", "2010-01-01", "2009-12..2009-12"), ("hier", "2010-01-01", "2009-12-31..2009-12-31"),
    ("this week", "2010-06-14", "2010-06-14..2010-06-20"), ("this week", "2010-06-20", "2010-06-14..2010-06-20"),
    ("last week", "1970-01-01", "1969-12-22..1969-12-28"), ("avant-hier", "2010-03-01", "2010-02-27..2010-02-27"),
    ("aujourd hui", "2010-06-16", "2010-06-16..2010-06-16"), ("AUJOURD'HUI", "2010-06-16", "2010-06-16..2010-06-16"),
    // Ways to write.
    ("past 7 days", "2010-06-16", "2010-06-10..2010-06-16"),
    ("les 2 dernières semaines", "2010-06-16", "2010-06-03..2010-06-16"),
    ("l'an passé", "2010-06-16", "2009..2009"), ("a year ago", "2010-06-16", "2009..2009"),
    ("il_y_a_dix_jours", "2010-06-16", "2010-06-06..2010-06-06"),
    ("0 days ago", "2010-06-16", "2010-06-16..2010-06-16"),
    ("after 2009-12-31", "2010-06-16", "2010-01-01.."), ("≥2009", "2010-06-16", "2009.."),
    ("> 2009", "2010-06-16", "2010-01-01.."), ("avant l'an dernier", "2010-06-16", "..2008-12-31"),
    ("2009 .. 2010", "2010-06-16", "2009..2010"), ("2009...2010", "2010-06-16", "2009..2010"),
    ("2010-2009", "2010-06-16", "2009..2010"), ("last-year..this-year", "2010-06-16", "2009..2010"),
    ("<0001-01-02", "2010-06-16", "..0001-01-01"), ("14 juillet 1789", "2010-06-16", "1789-07-14..1789-07-14"),
  ]) func periods(text: String, today: String, expected: String) throws {
    #expect(try DateExpression(text, today: try Moment(today)).range.description == expected)
  }

  @Test(arguments: [
    "", "..", "...", ">", "<", ">=", "since", "2009-13", "2009-02-30", "30/02/2009", "13/2009", "0000", "<0001",
    ">9999",
    "10000", "last", "last month year", "last 0 days", "last 99999999999999999999 days", "999999 days ago",
    "9000 years ago", "il y a", "ago", "this", "décembre", "2009..décembre", "tomorrowish", "１２/2009x",
    "2009..2010..2011",
  ]) func noPeriods(text: String) throws {
    let today = try Moment("2010-06-16")
    #expect(throws: DateExpressionError.self) { try DateExpression(text, today: today) }
  }

  @Test func theErrorSaysWhatCanBeWritten() throws {
    let error = #expect(throws: DateExpressionError.self) { try DateExpression("bientôt", today: try Moment("2010")) }
    #expect(error?.description.contains("\"bientôt\" is not a date; write 2009") == true)
  }
}
