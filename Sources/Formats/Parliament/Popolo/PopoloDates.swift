import Debates

/// When something began and ended; what has no end goes on.
struct PopoloDates {
  private let start: String
  private let end: String?

  init(_ value: JSONValue) {
    start = PopoloText.line(value["start_date"]) ?? ""
    end = PopoloText.line(value["end_date"])
  }

  /// By its end, then by its beginning; ISO dates sort as texts.
  func isLater(than other: PopoloDates) -> Bool {
    switch (end, other.end) {
    case (nil, _?): true
    case (_?, nil): false
    case (let end?, let otherEnd?) where end != otherEnd: end > otherEnd
    default: start > other.start
    }
  }
}
