import Debates

/// The organisations, posts and areas of a Popolo document, by id.
struct PopoloRegister {
  private let organisations: [String: JSONValue]
  private let posts: [String: JSONValue]
  private let areas: [String: JSONValue]

  init(_ document: JSONValue) {
    organisations = Self.byID(document["organizations"])
    posts = Self.byID(document["posts"])
    areas = Self.byID(document["areas"])
  }

  private static func byID(_ list: JSONValue?) -> [String: JSONValue] {
    var values: [String: JSONValue] = [:]
    for value in list?.elements ?? [] {
      if let id = PopoloText.id(value["id"]) { values[id] = value }
    }
    return values
  }

  /// The party that somebody sits for, then the organisation they sit in; `missing` gains the paths that lead nowhere.
  func organisations(of membership: PopoloMembership, missing: inout PopoloMissing) -> [String] {
    let value = membership.value
    let post = post(of: membership)
    var names: [String] = []
    for (key, member) in [("on_behalf_of_id", "on_behalf_of"), ("organization_id", "organization")] {
      if let name = Self.name(value[member]) {
        names.append(name)
      } else if let id = PopoloText.id(value[key]) {
        if let name = Self.name(organisations[id]) {
          names.append(name)
        } else {
          missing.add("\(membership.path).\(key)")
        }
      } else if key == "organization_id", let id = PopoloText.id(post?[key]),
        let name = Self.name(organisations[id])
      {
        names.append(name)
      }
    }
    return names
  }

  /// `Senator, Elmley`: role or post, then area; nil when neither is known.
  func office(of membership: PopoloMembership) -> String? {
    let value = membership.value
    let post = post(of: membership)
    let role =
      PopoloText.line(value["role"]) ?? PopoloText.line(post?["label"]) ?? PopoloText.line(post?["role"])
      ?? PopoloText.line(value["label"])
    let area = area(of: value) ?? post.flatMap(area)
    let parts = [role, area].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  private func post(of membership: PopoloMembership) -> JSONValue? {
    membership.value["post"] ?? PopoloText.id(membership.value["post_id"]).flatMap { posts[$0] }
  }

  private func area(of value: JSONValue) -> String? {
    Self.name(value["area"]) ?? PopoloText.id(value["area_id"]).flatMap { Self.name(areas[$0]) }
  }

  private static func name(_ value: JSONValue?) -> String? { PopoloText.line(value?["name"]) }
}

/// References of memberships to what the document does not hold.
struct PopoloMissing {
  private(set) var count = 0
  /// The path of the first.
  private(set) var first: String?

  mutating func add(_ path: String) {
    count += 1
    first = first ?? path
  }
}
