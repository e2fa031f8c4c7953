import Analysis
import Debates
import Schema
import Testing
import Xapian

@testable import Searching

@Suite struct MatchingTests {
  static let records = [
    #"{"id":"a","title":"Le budget participatif de la ville","date":"2009-12-02","language":"fr","category":"Finances locales","format":"Conseil","location":"Bourg","comments":[{"id":"c1","author":{"name":"Zoé Arnaud"},"date":"2010-01-05","text":"Le budget de la ville est trop court, et la ville le sait."}]}"#,
    #"{"id":"b","title":"Participatory budgets","date":"2015-06","language":"en","category":"Local finance","format":"Podcast","speakers":[{"id":"p1","name":"Ann O'Dell","bio":"She wrote about the budget of the city."}],"transcript":[{"speaker":"p1","text":"A budget is a list of what a city wants. The city of the people is the budget of the people.","start":1}]}"#,
    #"{"id":"c","title":"Transports du soir","language":"fr","notes":[{"author":{"name":"Zoé Arnaud"},"text":"Le bus de la ville, le tram de la nuit."}]}"#,
  ]

  private func words(_ text: String, _ index: SearchIndex) -> QueryTree { .words(index.parse(text).words) }

  /// Ids of what a tree finds, by our own sets.
  private func found(_ tree: QueryTree, _ index: SearchIndex) throws -> Set<String> {
    try index.inOneRevision {
      let matching = try index.matching(tree, [], limit: 0, deadline: Deadline(after: nil))
      return Set(try index.passageIds(matching.found.documents))
    }
  }

  struct Row: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var tree: @Sendable (SearchIndex) -> QueryTree
    var expected: Set<String>
    init(_ name: String, _ expected: Set<String>, _ tree: @escaping @Sendable (SearchIndex) -> QueryTree) {
      testDescription = name
      self.expected = expected
      self.tree = tree
    }
  }

  static let all: Set<String> = [
    "a/subject/0", "a/comment/c1", "b/subject/0", "b/talk/0", "b/profile/0", "c/subject/0", "c/note/0",
  ]
  static let rows: [Row] = [
    Row("everything", all) { _ in .everything },
    Row("a phrase", ["a/subject/0", "a/comment/c1", "c/note/0"]) { _ in .phrase(["de", "la"]) },
    Row("a phrase of one word", ["b/talk/0", "b/profile/0"]) { _ in .phrase(["city"]) },
    Row("a phrase in its order only", []) { _ in .phrase(["ville", "la"]) },
    Row("a window", ["a/comment/c1", "a/subject/0"]) { _ in .near(["ville", "budget"], window: 6) },
    Row("a narrow window", ["a/comment/c1"]) { _ in .near(["ville", "budget"], window: 4) },
    Row("a word said twice within a window", ["b/talk/0"]) { _ in .near(["people", "people"], window: 8) },
    Row("a beginning", ["a/subject/0", "b/subject/0"]) { _ in .prefix("particip") },
    Row("not a phrase", all.subtracting(["a/subject/0", "a/comment/c1", "c/note/0"])) { _ in
      .not(.phrase(["de", "la"]))
    },
    Row("both", ["a/comment/c1"]) { _ in .all([.phrase(["la", "ville"]), .phrase(["trop"])]) },
    Row("either", ["a/comment/c1", "c/subject/0"]) { _ in .any([.phrase(["trop"]), .phrase(["soir"])]) },
    Row("raised", ["a/comment/c1"]) { .raised(.phrase(["trop"]), by: .words($0.parse("transports").words)) },
    Row("a speaker by a part of the name", ["a/comment/c1", "c/note/0"]) { _ in .field(.label(.speaker, ["arnaud"])) },
    Row("an author writes", ["a/comment/c1", "c/note/0"]) { _ in .field(.label(.author, ["Zoe Arnaud"])) },
    Row("who speaks is no author", []) { _ in .field(.label(.author, ["Ann O’Dell"])) },
    Row("a category by one of its words", ["a/subject/0", "a/comment/c1"]) { _ in
      .field(.label(.category, ["finances"]))
    },
    Row("a format", ["b/subject/0", "b/talk/0", "b/profile/0"]) { _ in .field(.label(.format, ["podcast"])) },
    Row("a place", ["a/subject/0", "a/comment/c1"]) { _ in .field(.label(.location, ["BOURG"])) },
    Row("one category or another", all.subtracting(["c/subject/0", "c/note/0"])) { _ in
      .field(.label(.category, ["local finance", "finances locales"]))
    },
    Row("a title's word, with all of the debate", ["a/subject/0", "a/comment/c1"]) {
      .field(.title(.words($0.parse("participatif").words)))
    },
    Row("a title's phrase", ["a/subject/0", "a/comment/c1"]) { _ in .field(.title(.phrase(["de", "la", "ville"]))) },
    Row("a title's phrase that only the text has", []) { _ in .field(.title(.phrase(["le", "sait"]))) },
    Row("a title's beginning", ["c/subject/0", "c/note/0"]) { _ in .field(.title(.prefix("transp"))) },
    Row("no date is outside every range", ["a/subject/0", "b/subject/0", "b/talk/0", "b/profile/0", "a/comment/c1"]) {
      _ in
      .field(.date(DateRange()))
    },
    Row("a field and not another", ["a/subject/0"]) { _ in
      .all([.field(.label(.category, ["finances locales"])), .not(.field(.kinds([.comment])))])
    },
  ]

  @Test(arguments: rows) func treesFindWhatTheySay(_ row: Row) throws {
    let fixture = try FixtureIndex(records: Self.records)
    let index = try fixture.open()
    #expect(try found(row.tree(index), index) == row.expected)
    withExtendedLifetime(fixture) {}
  }

  /// The Xapian query that `explain` shows finds the same passages, word for word.
  @Test func ourSetsAreThoseOfXapian() throws {
    let fixture = try FixtureIndex(sources: [FixtureIndex.fixtures + "/Debates"])
    defer { withExtendedLifetime(fixture) {} }
    let index = try fixture.open()
    let a = words("salaire logement", index)
    let b = words("train eau", index)
    let trees: [QueryTree] = [
      a, .all([a, b]), .any([a, b]), .all([a, .not(b)]), .phrase(["de", "la"]), .not(.phrase(["de", "la"])),
      .near(["le", "la"], window: 5), .prefix("comm"), .all([.any([.phrase(["de", "l"]), b]), .not(.prefix("tra"))]),
      .raised(.phrase(["et", "la"]), by: a), .all([.near(["de", "de"], window: 6), a]),
    ]
    for tree in trees {
      let query = try index.compiler().compile(tree)
      var options = SearchOptions(limit: 10_000)
      options.checkAtLeast = 10_000
      let theirs = try index.reader.handle.search(query, options).documents
      let ours = try found(tree, index)
      #expect(ours == Set(try index.passageIds(theirs)), "\(tree)")
      #expect(!ours.isEmpty, "\(tree)")
    }
  }

  @Test func whereAPhraseIsTooCommonTheBestAreLookedUp() throws {
    let fixture = try FixtureIndex(records: Self.records)
    defer { withExtendedLifetime(fixture) {} }
    let index = try fixture.open()
    try index.inOneRevision {
      let matcher = TreeMatcher(index, size: try index.documentLengths().count, deadline: Deadline(after: .zero))
      try matcher.prepare(.phrase(["de", "la"]))
      #expect(matcher.isVague)
      #expect(try matcher.passages(.phrase(["de", "la"]), isUpper: true).count == 3)
      #expect(try matcher.passages(.phrase(["de", "la"]), isUpper: false).isEmpty)
      #expect(try matcher.passages(.not(.phrase(["de", "la"])), isUpper: true).count == 7)
    }
  }

  @Test func whatIsLookedUpInPartIsRightAsFarAsItGoes() throws {
    let fixture = try FixtureIndex(sources: [FixtureIndex.fixtures + "/Debates"])
    defer { withExtendedLifetime(fixture) {} }
    let index = try fixture.open()
    for tree in [
      QueryTree.phrase(["de", "la"]), .not(.phrase(["de", "la"])), .near(["de", "la"], window: 3),
      .all([words("eau", index), .not(.phrase(["de", "l"]))]), .any([.phrase(["et", "la"]), words("train", index)]),
    ] {
      let exact = try found(tree, index)
      index.parameters.phraseLookUps = 20
      let part = try found(tree, index)
      index.parameters.phraseLookUps = 20_000
      #expect(part.isSubset(of: exact), "\(tree)")
      #expect(!part.isEmpty, "\(tree)")
    }
    // Of the twenty best, those that have both words apart are not taken for the phrase.
    let tree = QueryTree.all([words("eau", index), .not(.phrase(["de", "l"]))])
    let exact = try found(tree, index)
    index.parameters.phraseLookUps = 40
    #expect(try found(tree, index) == exact)
  }

  @Test func exclusionsLeaveTranslationsIn() throws {
    let fixture = try FixtureIndex(sources: [FixtureIndex.fixtures + "/Debates"])
    defer { withExtendedLifetime(fixture) {} }
    let index = try fixture.open()
    #expect(try found(index.parse("ville -(city OR eau)"), index) == found(index.parse("ville -city -eau"), index))
  }

  @Test func anAnswerEndsInTimeWithWhatItHas() throws {
    let fixture = try FixtureIndex(records: Self.records)
    defer { withExtendedLifetime(fixture) {} }
    let index = try fixture.open()
    var request = SearchRequest("budget ville transports")
    request.timeLimit = .zero
    let answer = try index.passages(request)
    #expect(answer.isPartial)
    #expect(answer.estimated)
    #expect(!answer.results.isEmpty)
    request.timeLimit = .seconds(60)
    #expect(try !index.passages(request).isPartial)
  }
}
