import ArgumentParser
import Foundation
import Schema

/// A command line that is being completed, as far as it says which index it is about.
struct CompletedLine {
  /// Nil when what the line or the environment names cannot be read.
  let indexPath: String?
  let audience: Audience

  /// - Parameter words: as they are typed.
  init(_ words: [String]) {
    var named: [String] = []
    for option in ["--index", "--config"] {
      if let value = CompletedLine.value(of: option, words) { named += [option, CompletedLine.expanded(value)] }
    }
    indexPath = (try? IndexPath.parse(named))?.path
    audience = CompletedLine.value(of: "--audience", words).flatMap(Audience.init(rawValue:)) ?? .everyone
  }

  private static func value(of option: String, _ words: [String]) -> String? {
    let words = words.map(ShellWords.meaning)
    if let joined = words.last(where: { $0.hasPrefix(option + "=") }) {
      return String(joined.dropFirst(option.count + 1))
    }
    guard let place = words.lastIndex(of: option), place + 1 < words.count else { return nil }
    // bash takes words apart at the equals sign.
    let value = words[place + 1] == "=" && place + 2 < words.count ? words[place + 2] : words[place + 1]
    return value.isEmpty ? nil : value
  }

  /// The shell has not looked at the word yet.
  private static func expanded(_ path: String) -> String { (path as NSString).expandingTildeInPath }
}
