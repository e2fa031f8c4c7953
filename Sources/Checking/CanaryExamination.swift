import Schema
import Searching
import Xapian

/// Asks for passages by their own words, the way everybody searches: each must be among the answers.
enum CanaryExamination {
  /// Words of a question.
  private static let words = 3
  /// A word of more passages than this says too little: its passage may not be among the answers.
  private static let maximumFrequency: UInt32 = 300
  /// Passages of a debate that are looked at for rare words.
  private static let maximumPassages = 20

  private struct Question {
    var passage: String
    var text: String
  }

  static func result(_ layout: IndexLayout, _ generation: String) throws -> CheckResult {
    var faults = Faults()
    var asked = 0
    for audience in Audience.allCases where layout.has(audience, in: generation) {
      let reader = try Reader(path: layout.database(audience, in: generation))
      let index = try SearchIndex(path: layout.root, audience: audience)
      for question in try questions(reader) {
        asked += 1
        var request = SearchRequest(question.text)
        request.limit = SearchRequest.maximumLimit
        request.snippets = false
        let found = try index.passages(request).results.contains { $0.id == question.passage }
        faults.expect(found, "passage \(question.passage) is not found by its words: \(question.text)")
      }
    }
    return CheckResult("canary", detail: "\(asked) asked for by their words", faults: faults)
  }

  /// Of the first, the middle and the last debate.
  private static func questions(_ reader: borrowing Reader) throws -> [Question] {
    let keys = try reader.metadataKeys(prefix: StateKey.debates)
    guard !keys.isEmpty else { return [] }
    var questions: [Question] = []
    for place in Set([0, keys.count / 2, keys.count - 1]).sorted() {
      guard let json = try reader.metadata(keys[place]) else { continue }
      let debate = try StoredJSON.decode(StoredDebate.self, from: json)
      let documents = try reader.documents(withTerm: Terms.id(.debate, debate.id))
      for document in documents.prefix(maximumPassages) {
        if let question = try question(document, reader) {
          questions.append(question)
          break
        }
      }
    }
    return questions
  }

  /// The passage's rarest words, nil when none of them is rare.
  private static func question(_ document: UInt32, _ reader: borrowing Reader) throws -> Question? {
    let contents = try reader.contents(of: document)
    var words: [String] = []
    contents.document.forEachTerm { term, _, _ in
      // Letters alone: what is cut nowhere, and is folded already.
      if term.count > 3, term.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }) {
        words.append(String(decoding: term, as: UTF8.self))
      }
    }
    var rare: [(frequency: UInt32, word: String)] = []
    for word in words {
      let frequency = try reader.frequency(ofTerm: word)
      if frequency <= maximumFrequency { rare.append((frequency, word)) }
    }
    guard !rare.isEmpty else { return nil }
    let chosen = rare.sorted { $0 < $1 }.prefix(Self.words).map(\.word)
    let stored = try StoredJSON.decode(StoredPassage.self, from: contents.document.data)
    return Question(passage: stored.id, text: chosen.joined(separator: " "))
  }
}
