import Analysis
public import Debates

/// A period as people say it, in French or English, as the query language and the command line read it.
///
/// `2009`, `2009-12`, `2009-12-02`, `02/12/2009` (the day first), `décembre 2009`, `2 December 2009`; `2009-10..2010`,
/// `2009..`, `..2010`, `2009-2010`; `>=2009`, `<2010-06`, `since 2009`, `avant 2010`; `today`, `hier`, `this week`,
/// `l'an dernier`, `last 30 days`, `il y a 2 ans` (see ``RelativeDate``), and ranges of all these. Words may be joined
/// by hyphens or underscores: `last-year`. A period that is named is meant whole: `..2010` ends on 2010-12-31.
public struct DateExpression: Sendable, Equatable {
  /// The days meant.
  public let range: DateRange

  /// Understands a period.
  ///
  /// - Parameter today: the day from which `last year` is counted.
  /// - Throws: ``DateExpressionError`` saying what can be written.
  public init(_ text: some StringProtocol, today: Moment = .today) throws(DateExpressionError) {
    // More is no date, and need not be looked at.
    let text = String(text.prefix(DateExpression.maximumCharacters)).trimmed
    let error = DateExpressionError(text: text)
    guard let range = DateExpression.range(text, today) else { throw error }
    self.range = range
  }

  private static let maximumCharacters = 200

  private static func range(_ text: String, _ today: Moment) -> DateRange? {
    if let dots = text.firstRange(of: "..") {
      let from = String(text[..<dots.lowerBound]).trimmed
      let to = String(text[dots.upperBound...].drop { $0 == "." }).trimmed
      guard !from.isEmpty || !to.isEmpty else { return nil }
      let first = from.isEmpty ? nil : period(from, today)
      let last = to.isEmpty ? nil : period(to, today)
      guard (first != nil) == !from.isEmpty, (last != nil) == !to.isEmpty else { return nil }
      // Nobody asks for no day at all.
      if let begin = first?.from, let end = last?.to, begin.sortKey > end.lastSortKey {
        return DateRange(from: last?.from, to: first?.to)
      }
      return DateRange(from: first?.from, to: last?.to)
    }
    for (sign, comparison) in signs where text.hasPrefix(sign) {
      return comparison.range(of: period(String(text.dropFirst(sign.count)).trimmed, today))
    }
    if let range = RelativeDate.range(text, today) { return range }
    let words = RelativeDate.words(of: text)
    for (word, comparison) in comparisonWords where words.first == word && words.count > 1 {
      var rest = text[...]
      repeat {
        rest = rest.drop { !DateExpression.isGap($0) }.drop(while: DateExpression.isGap)
      } while RelativeDate.words(of: String(rest.prefix { !DateExpression.isGap($0) })).allSatisfy(articles.contains)
        && !rest.isEmpty
      return comparison.range(of: period(String(rest), today))
    }
    return period(text, today)
  }

  private static func period(_ text: String, _ today: Moment) -> DateRange? {
    if let moment = try? Moment(text) { return DateRange(from: moment, to: moment) }
    if let years = years(text) { return years }
    if let range = RelativeDate.range(text, today) { return range }
    // Between letters a hyphen joins words; between digits it is part of a date.
    let isWritten = text.contains(where: \.isLetter)
    let joined = String(text.map { $0 == "_" || $0 == "-" && isWritten ? " " : $0 })
    if let moment = monthInDigits(text) ?? WrittenDate.iso(in: joined).flatMap({ try? Moment($0) }) {
      return DateRange(from: moment, to: moment)
    }
    return nil
  }

  /// `2009-2010`.
  private static func years(_ text: String) -> DateRange? {
    let years = text.split(separator: "-", omittingEmptySubsequences: false).map(\.trimmed)
    guard years.count == 2, years.allSatisfy({ $0.utf8.count == 4 }), let first = try? Moment(years[0]),
      let last = try? Moment(years[1])
    else { return nil }
    return first <= last ? DateRange(from: first, to: last) : DateRange(from: last, to: first)
  }

  /// `12/2009`.
  private static func monthInDigits(_ text: String) -> Moment? {
    guard case let words = DateNames.words(of: text), words.count == 3, words[1] == .sign("/"),
      case .number(let month, _) = words[0], case .number(let year, digits: 4) = words[2]
    else { return nil }
    return WrittenDate.iso(year: year, month: month, day: nil, time: nil).flatMap { try? Moment($0) }
  }

  private static func isGap(_ character: Character) -> Bool {
    character.isWhitespace || "-_'’".contains(character)
  }

  // MARK: Before and after

  private enum Comparison {
    case before, notAfter, after, notBefore

    func range(of period: DateRange?) -> DateRange? {
      guard let period, let first = period.from, let last = period.to else { return nil }
      switch self {
      case .notBefore: return DateRange(from: first)
      case .notAfter: return DateRange(to: last)
      case .before: return Moment(dayNumber: first.dayNumber - 1).map { DateRange(to: $0) }
      case .after: return last.lastDay.flatMap { Moment(dayNumber: $0.dayNumber + 1) }.map { DateRange(from: $0) }
      }
    }
  }

  /// The longer first.
  private static let signs: [(String, Comparison)] = [
    (">=", .notBefore), ("<=", .notAfter), ("≥", .notBefore), ("≤", .notAfter), (">", .after), ("<", .before),
  ]

  private static let articles: Set<String> = ["en", "au", "a", "le", "la", "the"]

  private static let comparisonWords: [(String, Comparison)] = [
    ("since", .notBefore), ("from", .notBefore), ("depuis", .notBefore), ("until", .notAfter), ("before", .before),
    ("avant", .before), ("after", .after), ("apres", .after), ("jusqu", .notAfter),
  ]
}

/// A text that is no period.
public struct DateExpressionError: Error, Sendable, Equatable, CustomStringConvertible {
  /// As it was typed.
  public let text: String

  /// What can be written.
  public var description: String {
    "\"\(text)\" is not a date; write 2009, 2009-12, 2009-12-02, 2009-10..2010, >=2009, \"décembre 2009\", "
      + "last-year or \"il y a 2 ans\""
  }
}

extension Moment {
  /// The last day of the period.
  var lastDay: Moment? {
    let key = lastSortKey
    return try? Moment("\(key.prefix(4))-\(key.dropFirst(4).prefix(2))-\(key.suffix(2))")
  }
}

extension StringProtocol {
  var trimmed: String {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
