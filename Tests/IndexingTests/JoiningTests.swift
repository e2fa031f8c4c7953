import Foundation
import Schema
import Testing

@testable import Indexing

/// Debates whose parts come in files of their own, and at times of their own.
@Suite struct JoiningTests {
  static func feed(_ items: (slug: String, text: String)...) -> [String] {
    ["<rss version='2.0'><channel><title>Ville</title>"]
      + items.map { item in
        "<item><title>Sujet \(item.slug)</title><link>https://ville.example/\(item.slug)/</link>"
          + "<description>\(item.text)</description></item>"
      } + ["</channel></rss>"]
  }

  static func comments(on slug: String, _ comments: (id: Int, text: String)...) -> [String] {
    [
      "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>",
      "<title>Commentaires sur : Sujet \(slug)</title><link>https://ville.example/\(slug)/</link>",
    ]
      + comments.map { comment in
        "<item><link>https://ville.example/\(slug)/#comment-\(comment.id)</link><dc:creator>Ada</dc:creator>"
          + "<description>\(comment.text)</description></item>"
      } + ["</channel></rss>"]
  }

  static let captions = ["WEBVTT", "", "00:01.000 --> 00:02.000", "Le tramway arrive."]

  @Test func absenceFromAFeedIsNoDeletion() throws {
    let bench = try Bench()
    try bench.write("in/feed.xml", Self.feed(("quai", "fermeture"), ("velo", "pistes")))
    #expect(try bench.run("in").tally(\.indexed, \.refused) == [2, 0])
    try bench.write("in/feed.xml", Self.feed(("velo", "pistes"), ("parc", "arbres")))
    #expect(try bench.run("in", prune: true).tally(\.indexed, \.unchanged, \.removed) == [1, 1, 0])
    #expect(try bench.debates().keys.sorted() == ["ville.example/parc", "ville.example/quai", "ville.example/velo"])
    #expect(try bench.documents(with: "fermeture") == 1)
  }

  @Test func commentsGather() throws {
    let bench = try Bench()
    try bench.write("in/feed.xml", Self.feed(("quai", "fermeture")))
    try bench.write("in/quai.xml", Self.comments(on: "quai", (1, "premierement"), (2, "deuxiemement")))
    try bench.run("in")
    // The feed holds the latest comments only, one of them corrected.
    try bench.write("in/quai.xml", Self.comments(on: "quai", (2, "secondement"), (3, "troisiemement")))
    #expect(try bench.run("in").tally(\.indexed, \.unchanged) == [1, 0])
    for (word, count) in [("premierement", 1), ("deuxiemement", 0), ("secondement", 1), ("troisiemement", 1)] {
      #expect(try bench.documents(with: word) == count, "\(word)")
    }
    #expect(try bench.debates() == ["ville.example/quai": "Sujet quai"])
    #expect(try bench.run("in").tally(\.indexed, \.unchanged) == [0, 1])
  }

  @Test func commentsComeWithoutTheirFeed() throws {
    let bench = try Bench()
    try bench.write("feed.xml", Self.feed(("quai", "fermeture")))
    try bench.write("quai.xml", Self.comments(on: "quai", (1, "premierement")))
    try bench.run("feed.xml")
    try bench.run("quai.xml")
    #expect(try bench.documents(with: "fermeture") == 1)
    #expect(try bench.documents(with: "premierement") == 1)
    #expect(try bench.debates() == ["ville.example/quai": "Sujet quai"])
  }

  /// Two files that tell of one debate in one run.
  @Test func feedsOfOneRunGather() throws {
    let bench = try Bench()
    try bench.write("in/a.xml", Self.comments(on: "quai", (1, "premierement")))
    try bench.write("in/b.xml", Self.comments(on: "quai", (2, "deuxiemement")))
    try bench.run("in")
    #expect(try bench.documents(with: "premierement") == 1)
    #expect(try bench.documents(with: "deuxiemement") == 1)
  }

  @Test func aFeedLeavesWholeDebatesAlone() throws {
    let bench = try Bench(["in/a.ndjson": [record("ville.example/quai", "Entier", #""description":"complet""#)]])
    try bench.run("in")
    try bench.write("feed.xml", Self.feed(("quai", "extrait")))
    #expect(try bench.run("feed.xml").tally(\.indexed, \.unchanged, \.refused) == [0, 1, 0])
    #expect(bench.problems.count == 1 && bench.problems[0].contains("in the index as a whole"), "\(bench.problems)")
    #expect(try bench.debates() == ["ville.example/quai": "Entier"])
    #expect(try bench.documents(with: "extrait") == 0)
  }

  /// A feed forgets what a debate that is not of it has to keep.
  @Test func commentsOfWholeDebatesGather() throws {
    let bench = try Bench(["in/a.ndjson": [record("ville.example/quai", "Entier")]])
    try bench.write("in/quai.xml", Self.comments(on: "quai", (1, "premierement"), (2, "deuxiemement")))
    try bench.run("in")
    try bench.write("in/quai.xml", Self.comments(on: "quai", (2, "secondement"), (3, "troisiemement")))
    #expect(try bench.run("in", prune: true).tally(\.indexed, \.unchanged) == [1, 0])
    #expect(try bench.run("in").tally(\.indexed, \.unchanged) == [0, 1])
    try bench.remove("in/quai.xml")
    try bench.run("in", prune: true)
    #expect(try bench.run("in").tally(\.indexed, \.unchanged) == [0, 1])
    for (word, count) in [("premierement", 1), ("deuxiemement", 0), ("secondement", 1), ("troisiemement", 1)] {
      #expect(try bench.documents(with: word) == count, "\(word)")
    }
    #expect(try bench.debates() == ["ville.example/quai": "Entier"])
  }

  @Test func captionsJoinInARun() throws {
    let bench = try Bench(["in/a.ndjson": [record("talk", "Le tram")]])
    try bench.write("in/talk.fr.vtt", Self.captions)
    #expect(try bench.run("in").tally(\.indexed, \.refused) == [1, 0])
    #expect(try bench.debates() == ["talk": "Le tram"])
    #expect(try bench.documents(with: "tramway") == 1)
    #expect(try bench.run("in").tally(\.indexed, \.unchanged) == [0, 1])
    try bench.remove("in/talk.fr.vtt")
    #expect(try bench.run("in").tally(\.indexed, \.unchanged) == [1, 0])
    #expect(try bench.documents(with: "tramway") == 0)
  }

  @Test func captionsAloneReplaceNothing() throws {
    let bench = try Bench(["in/a.ndjson": [record("talk", "Le tram")]])
    try bench.run("in")
    try bench.write("talk.vtt", Self.captions)
    #expect(try bench.run("talk.vtt").tally(\.indexed, \.refused) == [0, 1])
    #expect(bench.problems.first?.contains("name that file and this one in one command") == true, "\(bench.problems)")
    #expect(try bench.debates() == ["talk": "Le tram"])
  }

  /// Each track would replace the other, and be refused by the next run.
  @Test func tracksOfOneTalkStayTogether() throws {
    let bench = try Bench()
    try bench.write("in/talk.fr.vtt", Self.captions)
    #expect(try bench.run("in").tally(\.indexed) == [1])
    try bench.write("in/talk.en.vtt", ["WEBVTT", "", "00:01.000 --> 00:02.000", "Here comes the streetcar."])
    #expect(try bench.run("in").tally(\.indexed, \.refused) == [1, 0])
    #expect(try bench.documents(with: "tramway") == 1)
    #expect(try bench.documents(with: "streetcar") == 1)
    try bench.remove("in/talk.en.vtt")
    #expect(try bench.run("in").tally(\.indexed, \.refused) == [1, 0])
    #expect(try bench.documents(with: "streetcar") == 0)
    #expect(bench.problems.isEmpty, "\(bench.problems)")
  }

  @Test func captionsOutliveTheirRecord() throws {
    let bench = try Bench(["in/talk.json": [record("talk", "Le tram")]])
    try bench.write("in/talk.vtt", Self.captions)
    try bench.run("in")
    try bench.remove("in/talk.json")
    #expect(try bench.run("in").tally(\.indexed, \.refused) == [0, 1])
    #expect(try bench.run("in", prune: true).tally(\.indexed, \.refused) == [1, 0])
    #expect(try bench.debates() == ["talk": "talk"])
  }

  @Test func aRecordBesideAFeedIsNoRepetition() throws {
    let bench = try Bench(["in/b.ndjson": [record("ville.example/quai", "Entier")]])
    try bench.write("in/a.xml", Self.feed(("quai", "extrait")))
    for indexed in [2, 0] {
      #expect(try bench.run("in", prune: true).tally(\.indexed, \.removed) == [indexed, 0])
      #expect(!bench.problems.contains { $0.contains("came before") }, "\(bench.problems)")
    }
    #expect(try bench.debates() == ["ville.example/quai": "Entier"])
  }

  /// Whoever comments signs as they like, and must not stop the runs to come.
  @Test func longNamesGather() throws {
    let bench = try Bench()
    let name = String(repeating: "Zoé ", count: 300)
    try bench.write("in/a.xml", Self.comments(on: "quai", (1, "premierement")).map { $0.replacing("Ada", with: name) })
    try bench.run("in")
    try bench.write("in/a.xml", Self.comments(on: "quai", (2, "deuxiemement")))
    #expect(try bench.run("in").tally(\.indexed, \.refused) == [1, 0])
    #expect(try bench.documents(with: "premierement") == 1)
  }

  /// A broken cue concerns its debate and no other: what is gone from the folder still goes.
  @Test func brokenCaptionsDoNotStopPruning() throws {
    let bench = try Bench(["in/a.ndjson": [record("talk", "Le tram")], "in/b.ndjson": [record("b", "B")]])
    try bench.write("in/talk.vtt", Self.captions + ["", "00:03.000 --> soon", "x"])
    try bench.write("in/empty.vtt", [])
    try bench.run("in")
    try bench.remove("in/b.ndjson")
    #expect(try bench.run("in", prune: true).tally(\.removed, \.refused) == [1, 2])
    #expect(try bench.debates() == ["talk": "Le tram"])
  }
}
