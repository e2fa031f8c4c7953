/// The short names of the vocabularies that feeds mix, by a part of their namespaces: feeds vary in the rest.
private let vocabularies: [(part: String, prefix: String)] = [
  ("purl.org/dc/elements", "dc:"), ("purl.org/dc/terms", "dcterms:"), ("rss/1.0/modules/content", "content:"),
  ("itunes.com/dtds/podcast", "itunes:"), ("search.yahoo.com/mrss", "media:"), ("syndication/thread", "thr:"),
  ("wordpress.org/export", "wp:"), ("w3.org/1999/xhtml", "xhtml:"), ("w3.org/2005/atom", ""),
  ("purl.org/atom", ""), ("purl.org/rss/", ""), ("my.netscape.com/rdf", ""), ("backend.userland.com", ""),
  ("w3.org/1999/02/22-rdf", ""),
]

/// The prefixes of the namespaces as their authors write them: found at once, where looking for parts takes long.
private let prefixes: [String: String] = {
  var prefixes = [
    "http://purl.org/dc/elements/1.1/": "dc:", "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:", "http://search.yahoo.com/mrss/": "media:",
    "http://purl.org/syndication/thread/1.0": "thr:", "http://www.w3.org/2005/Atom": "",
    "http://www.w3.org/1999/xhtml": "xhtml:", "http://purl.org/rss/1.0/": "",
  ]
  for version in ["1.0", "1.1", "1.2"] {
    for scheme in ["http", "https"] {
      prefixes["\(scheme)://wordpress.org/export/\(version)/"] = "wp:"
      prefixes["\(scheme)://wordpress.org/export/\(version)/excerpt/"] = "excerpt:"
    }
  }
  return prefixes
}()

/// What feeds mean that use a prefix and forget to declare it.
private let undeclared = [
  "creator": "dc:creator", "subject": "dc:subject", "encoded": "content:encoded", "duration": "itunes:duration",
  "in-reply-to": "thr:in-reply-to",
]

extension XMLTag {
  /// The name with the prefix that its vocabulary usually has, none for RSS and Atom: `dc:creator`, `title`.
  var feedName: String {
    guard let namespace else { return undeclared[name] ?? name }
    if let prefix = prefixes[namespace] { return prefix + name }
    let space = namespace.lowercased()
    if space.contains("wordpress.org/export"), space.contains("/excerpt") { return "excerpt:" + name }
    return (vocabularies.first { space.contains($0.part) }?.prefix ?? "other:") + name
  }
}

extension XMLElement {
  var feedName: String { tag.feedName }

  /// Whether the element is one of Atom, which says what kind of text a text is.
  var isAtom: Bool { tag.namespace?.lowercased().contains("/atom") ?? false }
}
