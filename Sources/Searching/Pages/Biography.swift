import Debates
import Schema

/// What a debate says of a speaker, without what it says by itself elsewhere: a profile is the name, the affiliation, the
/// presentation and the expertises, one below the other.
enum Biography {
  /// - Parameter texts: the passages of the profile, in their order.
  /// - Returns: nil when there is nothing beyond the name, the affiliation and the expertises.
  static func text(of texts: [String], speaker: StoredSpeaker?) -> String? {
    var lines = texts.joined(separator: "\n").split(separator: "\n")[...]
    if let name = speaker?.name, lines.first.map(String.init) == name { lines.removeFirst() }
    if let affiliation = speaker?.affiliation, lines.first.map(String.init) == affiliation { lines.removeFirst() }
    let expertises = speaker?.expertises?.joined(separator: ", ")
    if let expertises, lines.last.map(String.init) == expertises { lines.removeLast() }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }
}
