import Debates

/// A post of an export with its comments, as it stands.
struct WordPressPost: Sendable {
  let line: Int
  private(set) var creator: String?
  private(set) var comments: [WordPressComment] = []
  private(set) var commentsLeftOut: [String: Int] = [:]
  private(set) var byteCount = 0
  /// Texts of the elements that stand once.
  private var fields: [String: String] = [:]
  private var categories: [Term] = []
  private var recording: String?
  private var duration: String?

  private struct Term {
    let domain: String
    let slug: String
    let name: String
  }

  /// What the fields are named that are kept: nothing else is.
  private static let fieldNames: Set<String> = [
    "title", "link", "guid", "pubDate", "content:encoded", "excerpt:encoded", "wp:post_id", "wp:post_date",
    "wp:post_date_gmt", "wp:post_type", "wp:status", "wp:post_password",
  ]

  /// Reads the rest of an item.
  ///
  /// - Throws: ``XMLError``; when the item is over a limit it has been stepped over.
  init(_ xml: XMLStream, _ tag: XMLTag, in context: FileContext) throws(XMLError) {
    line = tag.line
    let depth = xml.depth
    do throws(XMLError) {
      while let child = try xml.nextChild(of: depth) {
        try take(child, xml, context.limits)
        guard byteCount <= context.limits.maximumFileBytes else {
          throw XMLError(
            line: line,
            reason: "the post is over the limit of \(context.limits.maximumFileBytes) bytes "
              + "(maximumFileBytes); split it")
        }
        guard comments.count <= context.recordLimits.maximumComments else {
          throw XMLError(
            line: line,
            reason: "the post has more than \(context.recordLimits.maximumComments) comments "
              + "(maximumComments); split it")
        }
      }
    } catch {
      if xml.depth == depth { try xml.skip() }
      throw error
    }
  }

  private mutating func take(_ tag: XMLTag, _ xml: XMLStream, _ limits: SourceLimits) throws(XMLError) {
    let name = tag.feedName
    switch name {
    case "wp:comment":
      let comment = WordPressComment(try xml.element(tag, maximumBytes: limits.maximumLineBytes))
      if let reason = comment.reasonToLeaveOut {
        commentsLeftOut[commentsLeftOut.count < 20 ? reason : "for other reasons", default: 0] += 1
      } else {
        comments.append(comment)
        byteCount += comment.byteCount
      }
    case "category":
      let element = try xml.element(tag, maximumBytes: limits.maximumLineBytes)
      guard let name = element.oneLine else { return }
      categories.append(Term(domain: element["domain"] ?? "", slug: element["nicename"] ?? "", name: name))
      byteCount += 100 + name.utf8.count
    case "wp:postmeta": take(meta: try xml.element(tag, maximumBytes: limits.maximumLineBytes))
    case "dc:creator": creator = try xml.element(tag, maximumBytes: limits.maximumLineBytes).oneLine
    case "enclosure":
      recording = recording ?? tag["url"]
      try xml.skip()
    case _ where Self.fieldNames.contains(name):
      let text = try xml.element(tag, maximumBytes: limits.maximumLineBytes).text
      byteCount += text.utf8.count
      fields[name] = text
    default: try xml.skip()
    }
  }

  /// Where podcast plug-ins keep the recording: `enclosure` is its address, size and type, each on a line, then what
  /// else is known as PHP writes it.
  private mutating func take(meta: XMLElement) {
    guard let key = meta.first("meta_key")?.oneLine, let value = meta.first("meta_value")?.text else { return }
    switch key {
    case "enclosure", "audio_file", "video_file", "_podcast", "_podcast_media", "_podcast_url":
      let lines = value.split(whereSeparator: \.isNewline)
      guard recording == nil, let address = lines.first?.trimmed, address.hasPrefix("http") else { return }
      recording = String(address)
      if let found = value.firstRange(of: "\"duration\";s:") {
        duration = String(value[found.upperBound...].drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" })
      }
    case "duration", "_podcast_duration": duration = duration ?? value
    default: break
    }
  }

  // MARK: What is a debate

  private func field(_ name: String) -> String? { fields[name].flatMap(FeedText.nonBlank) }

  /// What sites are built of.
  private static let furniture: Set<String> = [
    "page", "attachment", "nav_menu_item", "revision", "custom_css", "customize_changeset", "oembed_cache",
    "user_request", "acf-field", "acf-field-group", "feedback", "shop_order", "shop_coupon", "product_variation",
    "elementor_library", "jp_pay_order", "wpcf7_contact_form",
  ]

  /// Posts are debates, and so is whatever type a platform has made for its debates; pages tell of the site itself.
  var reasonToLeaveOut: String? {
    let type = field("wp:post_type") ?? "post"
    if Self.furniture.contains(type) || type.hasPrefix("wp_") { return "of type \(type.prefix(40))" }
    guard (field("wp:status") ?? "publish") == "publish" else { return "not published" }
    guard field("wp:post_password") == nil else { return "behind a password" }
    guard type == "post" || field("content:encoded") != nil || !comments.isEmpty else {
      return "of type \(type.prefix(40)) without text"
    }
    return nil
  }

  // MARK: The debate

  /// The first that is a date: WordPress writes 0000-00-00 for none.
  static func date(_ candidates: String?...) -> String? { candidates.lazy.compactMap { FeedDate.iso8601($0) }.first }

  func items(author: String?, language: String?, in context: FileContext) -> [SourceItem] {
    let names = [field("link"), field("guid")].compactMap { $0.map(WebAddress.id) }.filter { !$0.isEmpty }
    let id = names.first ?? "\(context.name)/\(field("wp:post_id") ?? "line-\(line)")"
    var draft = RecordDraft(id: id, title: field("title").map(PlainText.from) ?? "")
    draft[.url] = field("link") ?? field("guid")
    draft[.date] = Self.date(field("wp:post_date_gmt"), field("pubDate"), field("wp:post_date"))
    draft[.language] = categories.first { $0.domain == "language" }?.slug ?? language
    draft[.description] = prose("content:encoded")
    draft[.summary] = prose("excerpt:encoded")
    draft[.proposer] = author
    let labels = self.labels
    draft[.category] = labels.category
    draft.expertises = labels.others
    draft.mediaURL = recording
    draft.mediaDuration = MediaDuration.seconds(duration, maximum: context.recordLimits.maximumSeconds)
    let kept = Set(comments.compactMap(\.id))
    draft.comments = comments.map { $0.comment(among: kept) }
    var items = [context.item(draft, line: line)]
    if names.isEmpty {
      items.insert(
        context.notice("a post without link and guid; it is called by its number in the file", line: line), at: 0)
    }
    return items
  }

  private func prose(_ name: String) -> String? {
    field(name).flatMap(FeedText.ofHTML)
  }

  /// Taxonomies that tell how the site shows a post, not what it is about.
  private static let technicalDomains: Set<String> = [
    "post_format", "nav_menu", "language", "post_translations", "term_language", "term_translations", "link_category",
  ]
  private static let noCategory: Set<String> = ["uncategorized", "non-classe", "uncategorised"]

  /// Terms without a domain are those with one, said again (WXR 1.0).
  private var labels: (category: String?, others: [String]) {
    let terms = categories.filter {
      !$0.domain.isEmpty && !Self.technicalDomains.contains($0.domain) && !$0.domain.hasPrefix("wp_")
        && !Self.noCategory.contains($0.slug)
    }
    let category = terms.first { $0.domain == "category" }.map { PlainText.from($0.name) }
    let names = terms.map { PlainText.from($0.name) }
    return (category, names.filter { $0 != category })
  }
}
