import Debates

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
