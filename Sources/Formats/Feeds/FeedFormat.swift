import Debates

/// RSS 0.9 to 2.0, RSS 1.0 in RDF, and Atom: each item is a debate, of which the feed tells the latest.
enum FeedFormat: XMLFormat {
  typealias Document = FeedDocument

  static let name = "feed"
  static let extensions = ["rss", "atom", "rdf", "xml"]
  static let carries =
    "title, text, date, authors, categories and recording of the latest debates; replies (Atom threads)"

  static func recognises(_ head: FileHead) -> Bool {
    guard let root = head.root else { return false }
    let space = root.namespace?.lowercased() ?? ""
    switch root.name {
    case "rss": return true
    case "RDF": return head.text.contains("purl.org/rss/") || head.text.contains("my.netscape.com/rdf/")
    case "feed", "entry": return space.contains("w3.org/2005/atom") || space.contains("purl.org/atom")
    default: return false
    }
  }
}
