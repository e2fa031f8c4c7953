public import Debates

/// What somebody has to do with a passage.
public enum PassageRole: UInt8, Sendable, CaseIterable {
  /// Says or writes it, or is presented by it.
  case author = 0x61
  /// Is announced as a speaker of the debate that it opens.
  case panel = 0x70
  /// Proposed the debate that it opens.
  case proposer = 0x72
  /// Organised the debate that it opens.
  case organizer = 0x6F
  /// Is named in it.
  case mentioned = 0x6D
}

/// People as the columns of an index hold them: for each the letter of the role, the id, a NUL, the name as the debate
/// writes it, and a line feed. Neither ids nor names hold control characters.
///
/// Names go with the ids, so that one pass over a column knows everybody: people are told apart, and known again under
/// another spelling, without reading a passage.
public enum PeopleColumn {
  /// The value of a slot.
  public static func value(of people: [(role: PassageRole, person: Person)]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (role, person) in people {
      bytes.append(role.rawValue)
      bytes += person.id.utf8
      bytes.append(0)
      bytes += person.name.utf8
      bytes.append(0x0A)
    }
    return bytes
  }

  /// The people of a value; bytes that are none of these give nobody.
  public static func people(_ value: some Collection<UInt8>) -> [(role: PassageRole, person: Person)] {
    value.split(separator: 0x0A).compactMap { entry in
      guard let role = entry.first.flatMap(PassageRole.init), let end = entry.firstIndex(of: 0) else { return nil }
      let id = String(decoding: entry[entry.index(after: entry.startIndex)..<end], as: UTF8.self)
      return (role, Person(id: id, name: String(decoding: entry[entry.index(after: end)...], as: UTF8.self)))
    }
  }
}

/// Labels as the columns of an index hold them: as written, joined by line feeds.
public enum LabelColumn {
  /// The value of a slot.
  public static func value(of labels: [String]) -> [UInt8] {
    Array(labels.map { $0.replacing("\n", with: " ") }.joined(separator: "\n").utf8)
  }

  /// The labels of a value.
  public static func labels(_ value: some Collection<UInt8>) -> [String] {
    value.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
  }
}
