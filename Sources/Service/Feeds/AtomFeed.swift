import Debates
import Foundation
import Schema
import Searching

/// A search as a feed (RFC 4287); the keys of `atom.mustache`.
struct AtomFeed {
  struct Entry {
    var id: String
    var title: String
    var updated: String
    var href: String
    var categories: [String]
    var voice: String?
    /// Escaped once by the template: what is in it is HTML already.
    var content: String
  }

  var id: String
  var language: String
  var title: String
  var updated: String
  var author: String
  var home: String
  /// Of the feed itself, and of the page of the same search; absolute.
  var address: String
  var page: String
  var entries: [Entry]
}

/// Writes the feed of a search.
struct AtomWriter {
  let page: PageWriter
  let parameters: RequestParameters
  /// Scheme and host.
  let origin: String
  let siteName: String
  /// What the index has stored of a debate.
  let known: (String) -> StoredDebate?

  /// - Parameter updated: when the index changed last.
  func feed(_ entries: [AtomFeed.Entry], updated: Date) -> AtomFeed {
    let writer = SearchPageWriter(page: page, parameters: parameters)
    return AtomFeed(
      id: FeedText.id("search?\(parameters.encoded)"), language: page.wording.code,
      title: FeedText.plain("\(writer.heading) · \(siteName)"), updated: FeedText.instant(updated), author: siteName,
      home: origin + page.links.home, address: origin + page.links.search(parameters, path: "/search.atom"),
      page: origin + page.links.search(parameters), entries: entries)
  }

  private var query: String { parameters.text(.query) ?? "" }

  func entry(_ debate: DebateResult) -> AtomFeed.Entry {
    let stored = known(debate.id)
    let quotes = debate.passages.map { passage in
      let voice = passage.speaker.map { "<p><cite>\(HTMLText.escaped($0.name))</cite></p>" } ?? ""
      return "<blockquote><p>\(passage.snippet)</p>\(voice)</blockquote>"
    }
    return AtomFeed.Entry(
      id: FeedText.id("debate/\(debate.id)"), title: FeedText.plain(page.title(debate.title)),
      updated: debate.date.flatMap(FeedText.instant) ?? FeedText.unknownInstant,
      href: origin + page.links.debate(debate.id, query: query),
      categories: [stored?.category].compactMap(\.self).map(FeedText.plain), voice: nil,
      content: FeedText.plain(quotes.joined()))
  }

  func entry(_ passage: PassageResult) -> AtomFeed.Entry {
    let debate = passage.debate?.id ?? ""
    let stored = known(debate)
    return AtomFeed.Entry(
      id: FeedText.id("passage/\(passage.id)"),
      title: FeedText.plain("\(page.name(of: passage.kind)) · \(page.title(passage.debate?.title))"),
      updated: passage.debate?.date.flatMap(FeedText.instant) ?? FeedText.unknownInstant,
      href: origin + page.href(of: passage.id, passage.kind, in: debate, stored, query: query), categories: [],
      voice: passage.speaker.map { FeedText.plain($0.name) }, content: FeedText.plain("<p>\(passage.snippet)</p>"))
  }
}
