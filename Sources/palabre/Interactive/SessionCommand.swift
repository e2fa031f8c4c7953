import Foundation
import Searching

/// What a line of a session means.
enum SessionCommand: Equatable {
  case nothing
  case search(String)
  case open(Int)
  case related(Int)
  case nextPage
  case previousPage
  case acceptSuggestion
  case facets
  case rank(SearchRequest.Rank)
  case sort(SearchRequest.Sort)
  /// A filter of a field, by the name of the field; none when the value is empty.
  case filter(name: String, value: String)
  case clearFilters
  case help
  case quit
  /// What cannot be understood, and what could be typed.
  case mistake(String)

  /// - Parameters:
  ///   - shown: the numbers of the results shown. Other numbers are words like any others: a year, say.
  ///   - hasSuggestion: whether a better spelling was offered.
  init(_ line: String, shown: ClosedRange<Int>?, hasSuggestion: Bool) {
    let line = line.trimmingCharacters(in: .whitespacesAndNewlines)
    switch line {
    case "": self = .nothing
    case "n": self = .nextPage
    case "p": self = .previousPage
    case "y" where hasSuggestion: self = .acceptSuggestion
    case "q", ":q": self = .quit
    case "?": self = .help
    default:
      if let number = Int(line), let shown, shown.contains(number) {
        self = .open(number)
      } else if line.hasPrefix(":") {
        let name = line.dropFirst().prefix { $0 != " " }
        self = SessionCommand.named(
          String(name), String(line.dropFirst(name.count + 1)).trimmingCharacters(in: .whitespacesAndNewlines), shown)
      } else {
        self = .search(line)
      }
    }
  }

  private static func named(_ name: String, _ value: String, _ shown: ClosedRange<Int>?) -> SessionCommand {
    switch name {
    case "next": return .nextPage
    case "previous": return .previousPage
    case "quit": return .quit
    case "help": return .help
    case "facets": return .facets
    case "clear": return .clearFilters
    case "open", "related":
      guard let number = Int(value), let shown, shown.contains(number) else {
        return .mistake(":\(name) takes the number of a result")
      }
      return name == "open" ? .open(number) : .related(number)
    case "rank":
      return SearchRequest.Rank(rawValue: value).map(SessionCommand.rank)
        ?? .mistake(":rank takes " + SearchRequest.Rank.allCases.map(\.rawValue).joined(separator: ", "))
    case "sort":
      return SearchRequest.Sort(argument: value).map(SessionCommand.sort)
        ?? .mistake(":sort takes " + SearchRequest.Sort.allCases.map(\.rawValue).joined(separator: ", "))
    case _ where SessionFilters.names.contains(name): return .filter(name: name, value: value)
    default: return .mistake("nothing is called :\(name); ? tells what can be typed")
    }
  }
}
