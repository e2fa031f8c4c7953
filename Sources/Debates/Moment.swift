/// A calendar date, as precise as its source: `2009`, `2009-12`, `2009-12-02`, `2009-12-02T10:30:00+01:00`.
///
/// Days are counted as written (a debate of 2 December in Paris is of 2 December everywhere); only comparison uses
/// the offset. Without an offset a time is taken as UTC. Years are 1 to 9999.
public struct Moment: Sendable, Hashable {
  /// Normalised ISO 8601, never more precise than the source.
  public let text: String
  /// Seconds since 1970-01-01T00:00:00Z, of the first instant of the period.
  public let secondsSinceEpoch: Int
  /// Days since 1970-01-01 of the period's first day, as written.
  public let dayNumber: Int
  /// The period's first day as `20091202`: `2009` gives `20090101`. Sorts as text.
  public let sortKey: String
  /// The period's last day as `20091231`: the upper end of a range that names this period.
  public let lastSortKey: String

  /// Parses a date.
  ///
  /// - Throws: ``MomentError`` saying what is wrong and what is expected.
  public init(_ source: some StringProtocol) throws(MomentError) {
    let parts = try MomentParts(source)
    let (month, day) = (parts.month ?? 1, parts.day ?? 1)
    guard let monthDays = CivilDay.days(in: month, of: parts.year), (1...monthDays).contains(day) else {
      throw MomentError(reason: "\"\(source)\" is not a day of the calendar")
    }
    dayNumber = CivilDay.number(year: parts.year, month: month, day: day)
    secondsSinceEpoch = dayNumber * 86_400 + parts.secondsOfDay - parts.offset
    sortKey = Self.key(parts.year, month, day)
    lastSortKey = Self.key(
      parts.year, parts.month ?? 12, parts.day ?? (parts.month == nil ? 31 : monthDays))
    text = parts.text
  }

  private static func key(_ year: Int, _ month: Int, _ day: Int) -> String {
    MomentParts.digits(year, 4) + MomentParts.digits(month, 2) + MomentParts.digits(day, 2)
  }
}

/// Why a text is not a date.
public struct MomentError: Error, Sendable, Equatable {
  /// In plain words, with what is expected.
  public let reason: String
}

extension Moment: Comparable {
  /// By instant, then the coarser first.
  public static func < (left: Moment, right: Moment) -> Bool {
    (left.secondsSinceEpoch, left.text) < (right.secondsSinceEpoch, right.text)
  }
}

extension Moment: Codable {
  /// Reads the ISO 8601 text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do throws(MomentError) {
      self = try Moment(text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: error.reason)
    }
  }

  /// Writes the normalised text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
