/// Steps from item to item of a feed, and keeps what the feed says around them.
struct FeedWalk {
  private(set) var around = FeedSurroundings()

  /// The next item or entry; nil at the end.
  mutating func nextItem(_ xml: XMLStream, maximumBytes: Int) throws(XMLError) -> FeedItem? {
    while let event = try xml.nextEvent() {
      guard case .open(let tag) = event else { continue }
      switch tag.feedName {
      case "rss", "RDF", "feed", "channel":
        if let language = tag["lang"] { around.language = language }
      case "item", "entry":
        var item = FeedItem(try xml.element(tag, maximumBytes: maximumBytes))
        item.resolveLinks(against: around.link)
        return item
      case "title", "link", "language", "dc:language": take(try xml.element(tag, maximumBytes: maximumBytes))
      default: try xml.skip()
      }
    }
    return nil
  }

  private mutating func take(_ element: XMLElement) {
    switch element.feedName {
    case "title": around.title = FeedItem.Text.either(element.text).prose ?? around.title
    case "link":
      // Of the links of Atom, the page; of the feed itself there is one too (`self`).
      let isPage = ["alternate", nil].contains(element["rel"])
      if isPage, let address = element["href"] ?? element.oneLine { around.link = address }
    default: around.language = element.oneLine ?? around.language
    }
  }
}
