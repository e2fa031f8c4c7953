import Debates

extension FeedItem {
  /// What the debate is called: by its address, by what the feed calls it, else by what it says.
  func debateID(in context: FileContext) -> String {
    if let named { return named }
    let said = [title, content, summary].compactMap { $0?.prose }.joined(separator: "\n")
    return "\(context.name)/\(WebAddress.fingerprint(of: said + (date ?? "")))"
  }

  /// The id that the item bears itself.
  var named: String? {
    if let sharedPage {
      // Podcasts: every episode links to the show. A number is one of many, unless it stands with the show.
      let own = [identifier, mediaURL].lazy.compactMap(\.self).map { ($0, WebAddress.id(of: $0)) }
      guard let (address, id) = own.first(where: { !$1.isEmpty && $1 != sharedPage }) else { return nil }
      return address.contains(":") ? id : "\(sharedPage)#\(id)"
    }
    for name in [link, identifier] {
      if let name, case let id = WebAddress.id(of: name), !id.isEmpty { return id }
    }
    return nil
  }

  /// The debate, with what answers it.
  func items(_ comments: [RecordDraft.Comment], around: FeedSurroundings, in context: FileContext) -> [SourceItem] {
    var items: [SourceItem] = []
    var draft = RecordDraft(id: debateID(in: context), title: title?.prose ?? "")
    draft[.url] = link ?? identifier.flatMap { $0.hasPrefix("http") ? $0 : nil }
    draft[.date] = date
    draft[.language] = language ?? around.language
    draft[.description] = (content ?? summary)?.prose
    if content != nil, let summary = summary?.prose, summary != draft[.description] { draft[.summary] = summary }
    draft[.category] = labels.first
    draft.expertises = labels.dropFirst().filter { $0 != labels.first }
    // The first author proposes the subject; who signs with them takes part.
    draft[.proposer] = authors.first
    draft.speakers = authors.dropFirst().map { .init(.init(name: $0)) }
    draft.mediaURL = mediaURL
    draft.mediaDuration = MediaDuration.seconds(duration, maximum: context.recordLimits.maximumSeconds)
    draft.comments = comments
    if named == nil {
      items.append(
        context.notice(
          "an item without link and id of its own; it is called by its words: a change of them makes another debate",
          line: line))
    }
    if let unreadableDate {
      items.append(
        context.notice(
          "\"\(unreadableDate.prefix(40))\" is not a date; left out here and in the rest", line: line, field: "pubDate")
      )
    }
    items.append(context.item(draft, standing: .feed, line: line))
    return items
  }
}
