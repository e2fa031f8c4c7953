import Debates

/// What a page's `<head>` says of it: Open Graph, the names of `<meta>`, the canonical address.
struct PageMetadata {
  private var values: [String: String] = [:]
  private var canonical: String?
  private var title: String?
  private var language: String?
  /// Bodies of scripts that hold JSON-LD.
  private(set) var linkedData: [String] = []

  /// Scripts of one page that are looked at.
  private static let maximumScripts = 100

  private static let metas = xpath("//meta[@content]")
  private static let links = xpath("//link[@rel='canonical']/@href")
  private static let titles = xpath("//title[1]")
  private static let languages = xpath("/html/@lang")
  private static let scripts = xpath("//script[contains(@type,'ld+json')]")

  private static func xpath(_ source: String) -> XPathExpression? { try? XPathExpression(source) }

  init(_ page: HTMLDocument) throws(HTMLError) {
    func nodes(_ xpath: XPathExpression?) throws(HTMLError) -> [HTMLNode] {
      guard let xpath else { return [] }
      return try page.evaluate(xpath).nodes
    }
    for meta in try nodes(Self.metas) {
      guard let key = meta.attribute("property") ?? meta.attribute("name") ?? meta.attribute("itemprop") else {
        continue
      }
      guard let content = meta.attribute("content")?.split(whereSeparator: \.isWhitespace).joined(separator: " "),
        !content.isEmpty, values[key.lowercased()] == nil
      else { continue }
      values[key.lowercased()] = content
    }
    canonical = try nodes(Self.links).first?.text
    title = try nodes(Self.titles).first.map(\.text)
    language = try nodes(Self.languages).first.map(\.text)
    linkedData = try nodes(Self.scripts).prefix(Self.maximumScripts).map(\.rawText)
  }

  private func value(_ keys: String...) -> String? { keys.lazy.compactMap { values[$0] }.first }

  /// The language that the page says it is in, if it is one that can be.
  var tag: String? {
    guard let tag = language ?? value("og:locale"), let first = tag.first, first.isLetter else { return nil }
    return tag
  }

  /// Completes the draft with what it does not know yet.
  func complete(_ draft: inout RecordDraft) {
    func set(_ field: RecordDraft.Field, _ value: String?) { if draft[field] ?? "" == "" { draft[field] = value } }
    set(.title, value("og:title", "twitter:title", "dc.title"))
    set(.url, value("og:url") ?? canonical)
    set(
      .date,
      value("article:published_time", "og:published_time", "dc.date", "date", "datepublished", "pubdate")
        .flatMap { WrittenDate.iso(in: $0) })
    set(.category, value("article:section"))
    draft.mediaURL = draft.mediaURL ?? value("og:video:url", "og:video", "og:video:secure_url")
    draft.mediaDuration =
      draft.mediaDuration ?? value("video:duration", "og:video:duration").flatMap(PageNumber.seconds)
    set(.language, tag)
  }

  /// What the page says it is about, and its title as browsers show it: for want of better.
  var summary: String? { value("og:description", "description", "dc.description", "twitter:description") }
  var windowTitle: String? { title.flatMap { $0.isEmpty ? nil : $0 } }
}
