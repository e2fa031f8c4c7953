import Debates
import Foundation
import Schema
import Xapian

/// A debate connected with another, or with a text.
struct RelatedDebate {
  var ordinal: Int
  var result: RankedResult
}

/// What connected debates, expertises and people are looked for by.
struct Subject {
  var terms: KeyTerms
  /// The debate's id, and its ordinal; nil for a text.
  var id: String?
  var debate: Int?
}

/// The key terms of a debate as some parameters make them.
struct KeyTermsOfDebate {
  struct Key: Hashable {
    /// The ordinal.
    var debate: Int
    var title: String
  }

  var terms: KeyTerms
  var parameters: RankingParameters
}

extension SearchIndex {
  /// Debates connected with the debate of this id, or with a text when the index has no such debate; best first.
  /// - Throws: `IndexError`.
  func rankedRelated(to id: String?, orTo text: String, limit: Int) throws -> [RankedResult] {
    try inOneRevision {
      let subject = try id.flatMap { try self.subject(ofDebate: $0, title: text) } ?? self.subject(of: text)
      let words = try counted(subject.terms.modelWords, by: columns().debateCounts)
      return try relatedDebates(to: subject, words).prefix(limit).map(\.result)
    }
  }

  /// A debate of the index; nil when it has no such one.
  ///
  /// - Parameter title: the text whose first line is its title, when it has none of its own.
  func subject(ofDebate id: String, title text: String = "") throws -> Subject? {
    let documents = try reader.handle.documents(withTerm: Terms.id(.debate, id))
    let columns = try columns()
    guard let stored = try stored(id), let first = documents.first else { return nil }
    let title = stored.title.isEmpty ? text.split(separator: "\n").first.map(String.init) ?? "" : stored.title
    let debate = Int(columns.debates.ordinals[Int(first)])
    return Subject(terms: try keyTerms(ofDebate: debate, title: title), id: id, debate: debate)
  }

  /// The key terms of a debate, by its ordinal. They are asked for by whoever shows it and by whoever connects it.
  func keyTerms(ofDebate debate: Int, title: String) throws -> KeyTerms {
    func read() throws -> KeyTermsOfDebate {
      let columns = try columns()
      let documents = Array(columns.ofDebates.of(debate))
      // Names and posts of those who speak are no subject; that they speak elsewhere counts by itself.
      let profile = Columns.number(of: .profile)
      let said = documents.filter { columns.kinds[Int($0)] != profile }
      let all = said.isEmpty ? documents : said
      let step = max(1, (all.count + SearchIndex.maximumPassagesOfSubject - 1) / SearchIndex.maximumPassagesOfSubject)
      let sample = stride(from: 0, to: all.count, by: step).map { all[$0] }
      return KeyTermsOfDebate(terms: try keyTerms(of: sample, title: title), parameters: parameters)
    }
    let known = try tables.keyTerms.value(KeyTermsOfDebate.Key(debate: debate, title: title), read)
    if let known, known.parameters == parameters { return known.terms }
    return try read().terms
  }

  /// Of a debate of more passages, as many are read, evenly spread.
  private static let maximumPassagesOfSubject = 2000

  /// A text that is no debate of the index: its first line is its title.
  func subject(of text: String) throws -> Subject {
    let title = text.split(separator: "\n").first.map(String.init) ?? ""
    var terms = KeyTerms(
      body: try keyTerms(of: text), title: try keyTerms(of: title), limit: parameters.keyTerms,
      titleShare: parameters.keyTitleShare)
    try terms.translate(expander().translations)
    return Subject(terms: terms)
  }

  /// By the key terms of the subject in each debate as a whole, and by the expertises and speakers that both have.
  ///
  /// - Parameter words: the subject's key terms, counted by debate.
  func relatedDebates(to subject: Subject, _ words: [GroupModel.Word]) throws -> [RelatedDebate] {
    let columns = try columns()
    let scores = debateModel(columns, background: parameters.relatedBackground).scores(of: words)
    let weight = words.reduce(0) { $0 + $1.weight }
    let expertises = subject.debate.map { Set(columns.expertises.ofDebates[$0]) } ?? []
    let people = subject.debate.map { Set(columns.people.speakers(of: $0)) } ?? []
    let related = (1..<max(1, scores.count)).compactMap { debate -> RelatedDebate? in
      guard debate != subject.debate else { return nil }
      let sharedExpertises = SearchIndex.overlap(expertises, Set(columns.expertises.ofDebates[debate]))
      let sharedPeople = SearchIndex.overlap(people, Set(columns.people.speakers(of: debate)))
      let shared = words.reduce(0) { $0 + ($1.counts[debate] > 0 ? $1.weight : 0) }
      guard shared > parameters.relatedLeastShared * weight || sharedExpertises > 0 else { return nil }
      return RelatedDebate(
        ordinal: debate,
        result: RankedResult(
          id: columns.debates.values.string(at: debate),
          parts: [
            .init(name: "words", value: scores[debate], weight: 1),
            .init(name: "expertises", value: sharedExpertises, weight: parameters.relatedExpertiseWeight),
            .init(name: "speakers", value: sharedPeople, weight: parameters.relatedSpeakerWeight),
          ]))
    }
    return related.sorted { ($0.result.score, $1.result.id) > ($1.result.score, $0.result.id) }
  }

  /// What two sets share, by the cosine of their members: 0...1.
  static func overlap(_ one: Set<Int>, _ other: Set<Int>) -> Double {
    guard !one.isEmpty, !other.isEmpty else { return 0 }
    return Double(one.intersection(other).count) / (Double(one.count) * Double(other.count)).squareRoot()
  }
}
