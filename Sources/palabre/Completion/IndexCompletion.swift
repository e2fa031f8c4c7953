import ArgumentParser
import Foundation
import Searching

/// What a shell completes with: values of the index that the command line names. Where there is none, and whatever goes
/// wrong, nothing is offered and nothing is said.
enum IndexCompletion {
  /// The values of a facet that begin with what is typed, the most frequent first.
  static func values(of facet: Facet, in fields: [FieldQuery] = []) -> CompletionKind {
    .custom { words, place, typed in
      offers(words, place, typed) { index, typed in
        var request = SearchRequest("")
        request.limit = 0
        request.facets = [facet]
        request.facetLimit = SearchRequest.maximumFacetLimit
        request.filters = fields
        request.snippets = false
        return try index.debates(request).facets[facet.rawValue]?.values.map(\.label) ?? []
      }
    }
  }

  /// Titles, names and phrases that begin with what is typed.
  static let queries = CompletionKind.custom { words, place, typed in
    offers(words, place, typed) { index, typed in
      try index.completions(of: typed, limit: SearchIndex.maximumCompletions).map(\.text)
    }
  }

  /// Ids of debates that begin with what is typed, of the newest.
  static let debates = CompletionKind.custom { words, place, typed in
    offers(words, place, typed) { index, _ in
      var request = SearchRequest("")
      request.sort = .newest
      request.limit = SearchRequest.maximumLimit
      request.snippets = false
      return try index.debates(request).results.map(\.id)
    }
  }

  private static func offers(
    _ words: [String], _ place: Int, _ typed: String, _ values: (SearchIndex, String) throws -> [String]
  ) -> [String] {
    let line = CompletedLine(words)
    // What is handed over is of the last word, which another may follow.
    let typed = ShellWords.meaning(of: words.indices.contains(place) && place < words.count - 1 ? words[place] : typed)
    guard let path = line.indexPath, let index = try? SearchIndex(path: path, audience: line.audience),
      let values = try? values(index, typed)
    else { return [] }
    let offered = values.filter { $0.hasCaselessPrefix(typed) }.prefix(maximumOffers)
    // A line break would be two offers, and a control might steer the terminal.
    let safe = offered.filter { $0 == Terminal.sanitized($0) && !$0.contains { $0.isNewline || $0 == "\t" } }
    // zsh would take what follows a colon for a description.
    return CompletionShell.requesting == .zsh ? safe.map { $0.replacing(":", with: #"\:"#) } : safe
  }

  private static let maximumOffers = 100
}

extension String {
  fileprivate func hasCaselessPrefix(_ prefix: String) -> Bool {
    prefix.isEmpty || range(of: prefix, options: [.caseInsensitive, .diacriticInsensitive, .anchored]) != nil
  }
}
