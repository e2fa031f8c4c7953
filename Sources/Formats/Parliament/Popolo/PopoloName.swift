import Debates

/// The names of a person in a Popolo document.
enum PopoloName {
  /// The name; failing that, its parts; failing that, the latest of the other names, the one noted as main first.
  static func main(of person: JSONValue) -> String? {
    if let name = name(person) { return name }
    let others = person["other_names"]?.elements ?? []
    let main = others.filter { $0["note"]?.string?.lowercased() == "main" }
    let latest = (main.isEmpty ? others : main).max { PopoloDates($1).isLater(than: PopoloDates($0)) }
    return latest.flatMap { name($0) }
  }

  /// All others, once each.
  static func others(of person: JSONValue, beside name: String) -> [String] {
    var seen: Set<String> = [name]
    let names = [parts(person)] + (person["other_names"]?.elements ?? []).map { self.name($0) }
    return names.compactMap { $0 }.filter { seen.insert($0).inserted }
  }

  private static func name(_ value: JSONValue) -> String? {
    PopoloText.line(value["name"]) ?? parts(value) ?? lord(value)
  }

  private static func parts(_ value: JSONValue) -> String? {
    let parts = [value["given_name"], value["family_name"]].compactMap(PopoloText.line)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// `Baroness Ash of Elmley`: members of an upper house that have a title for a name.
  private static func lord(_ value: JSONValue) -> String? {
    guard let prefix = PopoloText.line(value["honorific_prefix"]) else { return nil }
    let name = PopoloText.line(value["lordname"])
    let place = PopoloText.line(value["lordofname"]).map { "of \($0)" }
    guard name != nil || place != nil else { return nil }
    return [prefix, name, place].compactMap { $0 }.joined(separator: " ")
  }
}
