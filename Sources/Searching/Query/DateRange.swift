public import Debates

/// Days, both ends included; without an end it is open.
public struct DateRange: Sendable, Equatable {
  /// The first day: that on which the period begins.
  public var from: Moment?
  /// The last day: that on which the period ends.
  public var to: Moment?

  /// A range of days.
  public init(from: Moment? = nil, to: Moment? = nil) {
    self.from = from
    self.to = to
  }

  /// The first day as `20091202`; the first of all without one.
  var firstKey: String { from?.sortKey ?? "00000000" }
  /// The last day as `20091231`; the last of all without one.
  var lastKey: String { to?.lastSortKey ?? "99999999" }
}

extension DateRange: CustomStringConvertible {
  /// Such as `2009-10..2010`.
  public var description: String { "\(from?.text ?? "")..\(to?.text ?? "")" }
}
