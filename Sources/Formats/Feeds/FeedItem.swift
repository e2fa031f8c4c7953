import Foundation

/// What the feed around an item says.
struct FeedSurroundings: Sendable {
  var title: String?
  /// The page that the feed is about.
  var link: String?
  var language: String?
}

/// An item of RSS or an entry of Atom, as it stands.
struct FeedItem: Sendable {
  var line: Int
  /// A text is either plain already, or markup that is made plain later, by another thread.
  enum Text: Sendable {
    case plain(String)
    case html(String)
    /// Plain text or HTML: RSS does not say.
    case either(String)

    var byteCount: Int {
      switch self {
      case .plain(let text), .html(let text), .either(let text): text.utf8.count
      }
    }
  }

  private(set) var title: Text?
  private(set) var link: String?
  /// What all items of the feed are found under, when the item's link leads there: it tells none from another.
  private(set) var sharedPage: String?
  /// `guid` of RSS, `id` of Atom.
  private(set) var identifier: String?
  /// The first that is a date.
  private(set) var date: String?
  /// What stands where a date should, when nothing there is one.
  private(set) var unreadableDate: String?
  private(set) var authors: [String] = []
  private(set) var labels: [String] = []
  private(set) var content: Text?
  private(set) var summary: Text?
  private(set) var mediaURL: String?
  private(set) var duration: String?
  private(set) var language: String?
  /// Usually one; of a reply to a comment some feeds name the debate too.
  private(set) var answered: [Answered] = []

  /// What an item of a discussion answers (RFC 4685).
  struct Answered: Sendable {
    /// The id of what it answers.
    let reference: String
    /// Where that is.
    let address: String?
  }

  /// Bytes that the item keeps in memory, roughly.
  var byteCount: Int {
    1000 + (title?.byteCount ?? 0) + (content?.byteCount ?? 0) + (summary?.byteCount ?? 0)
      + labels.reduce(0) { $0 + $1.utf8.count }
  }

  init(_ element: XMLElement) {
    line = element.line
    language = element["lang"]
    for child in element.elements() { take(child) }
    // Dates in the order of what they say best: when it was published, then when it was last touched.
    date = dates.min { $0.rank < $1.rank }?.date
    if date != nil { unreadableDate = nil }
    dates = []
  }

  private var dates: [(rank: Int, date: String)] = []

  private static let dateRanks = [
    "pubDate": 0, "published": 0, "issued": 0, "dc:date": 1, "dcterms:issued": 1, "created": 2, "dcterms:created": 2,
    "updated": 3, "modified": 3, "dcterms:modified": 3,
  ]

  private mutating func take(_ element: XMLElement) {
    let name = element.feedName
    if let rank = Self.dateRanks[name] {
      guard let text = element.oneLine else { return }
      if let date = FeedDate.iso8601(text) { dates.append((rank, date)) } else { unreadableDate = text }
      return
    }
    switch name {
    case "title": title = element.isAtom ? atom(element) : rss(element)
    case "link": takeLink(element)
    case "guid", "id": identifier = element.oneLine ?? identifier
    case "dc:identifier": identifier = identifier ?? element.oneLine
    case "description": summary = rss(element) ?? summary
    case "itunes:summary", "dc:description": summary = summary ?? rss(element)
    case "content:encoded": content = FeedText.nonBlank(element.text).map(Text.html) ?? content
    case "xhtml:body": content = content ?? FeedText.nonBlank(FeedText.ofXHTML(element)).map(Text.plain)
    case "content": content = atom(element) ?? content
    case "summary": summary = atom(element) ?? summary
    case "author", "dc:creator", "itunes:author", "contributor": takeAuthor(element, name)
    case "category": addLabel(element["label"] ?? element["term"] ?? element.oneLine)
    case "dc:subject", "itunes:keywords": element.text.split(separator: ",").forEach { addLabel(String($0)) }
    case "enclosure": takeMedia(element["url"], type: element["type"])
    case "media:content": takeMediaContent(element)
    case "media:group": element.elements("content").forEach { takeMediaContent($0) }
    case "itunes:duration": duration = element.oneLine ?? duration
    case "dc:language": language = language ?? element.oneLine
    case "thr:in-reply-to": takeAnswered(element)
    default: break
    }
  }

  /// Guesses what RSS does not say.
  private func rss(_ element: XMLElement) -> Text? { FeedText.nonBlank(element.text).map(Text.either) }

  private func atom(_ element: XMLElement) -> Text? {
    let type = element["type"]?.lowercased()
    if type == "html" || type == "text/html" { return FeedText.nonBlank(element.text).map(Text.html) }
    return FeedText.ofAtom(element).map(Text.plain)
  }

  private mutating func takeLink(_ element: XMLElement) {
    guard let address = element["href"] else {
      link = link ?? element.oneLine
      return
    }
    switch (element["rel"] ?? "alternate").lowercased() {
    case "alternate": link = link ?? address
    case "enclosure": takeMedia(address, type: element["type"])
    default: break
    }
  }

  /// Makes addresses whole that leave out the site.
  mutating func resolveLinks(against base: String?) {
    defer {
      if let page = base.map(WebAddress.id), link.map(WebAddress.id) == page { sharedPage = page }
    }
    guard let base = base.flatMap({ URL(string: $0) }) else { return }
    func whole(_ address: String?) -> String? {
      guard let address, !address.contains("://"), !address.hasPrefix("//") else { return address }
      return URL(string: address, relativeTo: base)?.absoluteString ?? address
    }
    link = whole(link)
    mediaURL = whole(mediaURL)
  }

  private mutating func takeAuthor(_ element: XMLElement, _ name: String) {
    let isAtom = !element.elements("name").isEmpty
    let text = isAtom ? element.first("name")?.oneLine : element.elements().isEmpty ? element.oneLine : nil
    guard let author = PublicName.of(text), !authors.contains(author), authors.count < 100 else { return }
    // A podcast's author is often its station; who is named beside it comes first.
    if name == "itunes:author", !authors.isEmpty { return }
    authors.append(author)
  }

  private mutating func addLabel(_ text: String?) {
    guard let text, let label = FeedText.nonBlank(PlainText.from(text)) else { return }
    labels.append(label)
  }

  private mutating func takeMediaContent(_ element: XMLElement) {
    guard element["medium"] != "image" else { return }
    if takeMedia(element["url"], type: element["type"]) { duration = duration ?? element["duration"] }
  }

  /// Pictures and documents are no recordings.
  @discardableResult
  private mutating func takeMedia(_ address: String?, type: String?) -> Bool {
    let kind = (type ?? "").lowercased()
    let isRecording =
      kind.isEmpty || ["audio/", "video/", "application/ogg", "application/x-mpegurl"].contains { kind.hasPrefix($0) }
    guard mediaURL == nil, isRecording, let address, let url = FeedText.nonBlank(address) else { return false }
    mediaURL = url
    return true
  }

  private mutating func takeAnswered(_ element: XMLElement) {
    guard answered.count < 10, let reference = element["ref"] ?? element["href"] else { return }
    answered.append(Answered(reference: reference, address: element["href"]))
  }
}

extension FeedItem.Text {
  /// Without markup; nil when nothing is left.
  var prose: String? {
    switch self {
    case .plain(let text): text
    case .html(let text): FeedText.ofHTML(text)
    case .either(let text): FeedText.nonBlank(PlainText.from(text))
    }
  }
}
