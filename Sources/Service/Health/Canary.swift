import Searching

/// A question that an index must answer to be trusted: an index that opens may be empty, or half of one.
struct Canary: Sendable {
  /// Fewer passages are too few.
  let leastPassages: Int
  /// How long the answer may take.
  let timeLimit: Duration = .seconds(1)

  /// Why an index is not to be trusted; nil when it is: it has enough passages, and finds the newest debate among those
  /// that it lists, by asking for everything, then for the words of its title.
  func failure(of index: SearchIndex) throws -> String? {
    let passages = try index.size().passages
    guard passages >= leastPassages else { return "the index has \(passages) passages, fewer than \(leastPassages)" }
    var request = SearchRequest("")
    request.limit = 1
    request.timeLimit = timeLimit
    guard let newest = try index.debates(request).results.first else {
      return passages == 0 ? nil : "the index lists no debate"
    }
    let words = Canary.words(of: newest.title)
    guard !words.isEmpty else { return nil }
    var question = SearchRequest(words)
    question.timeLimit = timeLimit
    question.limit = 1
    question.snippets = false
    return try index.debates(question).total > 0 ? nil : "the index does not find a debate by its title"
  }

  /// Some words of a title, and nothing that the query language would read as more: the newest debate may be called
  /// `speaker: who?` or `-NOT`.
  private static func words(of title: String) -> String {
    title.lowercased().split { !$0.isLetter }.prefix(8).joined(separator: " ")
  }
}
