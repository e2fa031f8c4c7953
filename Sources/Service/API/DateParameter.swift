import Searching

/// A day, a month or a year in a parameter.
enum DateParameter {
  /// What is said of a value that is none.
  static let help = "takes a date such as 2009, 2009-12, 2009-12-02, last-year"

  /// The days that are meant; nil for what is no date.
  static func range(_ text: String) -> DateRange? { (try? DateExpression(text))?.range }
}
