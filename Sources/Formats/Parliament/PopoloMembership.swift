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

/// That a person belongs to an organisation.
struct PopoloMembership {
  let id: String?
  let person: String?
  let value: JSONValue
  let path: String
  private let dates: PopoloDates

  init(_ value: JSONValue, path: String) {
    self.value = value
    self.path = path
    id = PopoloText.id(value["id"])
    person = PopoloText.id(value["person_id"])
    dates = PopoloDates(value)
  }

  func isLater(than other: PopoloMembership) -> Bool { dates.isLater(than: other.dates) }
}
