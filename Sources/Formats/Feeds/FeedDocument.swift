import Debates

/// How far the reading of one feed has come.
///
/// The latest items are held back, since replies follow what they answer. What replies to an item that has gone, or
/// that is not in the feed, comes at the end, as an addition to that debate.
struct FeedDocument: XMLDocument {
  static let maximumHeldItems = 200
  static let maximumHeldBytes = 16 << 20

  private let context: FileContext
  private var walk = FeedWalk()
  private var held: [Held] = []
  private var heldBytes = 0
  /// How many items have gone: what numbers the held ones.
  private var gone = 0
  /// Where what the held items and their replies are called stands.
  private var places: [String: Place] = [:]
  private var threads: CommentCollection
  /// The line of an item that is one debate with another, though the two are not the same.
  private var mergedLine: Int?
  private var failure: XMLError?
  private var isAtEnd = false

  private struct Held {
    let item: FeedItem
    let around: FeedSurroundings
    var names: [String]
    var byteCount: Int
    var comments: [RecordDraft.Comment] = []
  }

  private struct Place {
    let number: Int
    /// Nil for the item itself.
    var comment: String?
  }

  init(in context: FileContext) {
    self.context = context
    threads = CommentCollection(in: context)
  }

  mutating func next(_ xml: XMLStream) throws(XMLError) -> RawItem? {
    while !isAtEnd, held.count < Self.maximumHeldItems, heldBytes < Self.maximumHeldBytes {
      do throws(XMLError) {
        guard let item = try walk.nextItem(xml, maximumBytes: context.limits.maximumLineBytes) else {
          isAtEnd = true
          break
        }
        take(item)
      } catch {
        guard xml.hasFailed else { throw error }
        failure = error
        isAtEnd = true
      }
    }
    if let line = mergedLine {
      mergedLine = nil
      return context.piece(
        context.notice(
          "items whose addresses differ only after the # are one debate, of which the last item tells; give each an "
            + "address of its own", line: line))
    }
    if !held.isEmpty { return popHeld() }
    if let item = threads.popItem() { return context.piece(item) }
    if let failure { throw failure }
    return nil
  }

  private mutating func take(_ item: FeedItem) {
    let names = [item.identifier, item.link].compactMap { $0.map(FeedItem.placeName) }
    if item.answered.isEmpty {
      if sharesAddress(item) { mergedLine = mergedLine ?? item.line }
      for name in names { places[name] = Place(number: gone + held.count) }
      held.append(Held(item: item, around: walk.around, names: names, byteCount: item.byteCount))
    } else if let answered = place(answeredBy: item), held.indices.contains(answered.number - gone) {
      let index = answered.number - gone
      let comment = item.comment(parent: answered.comment)
      for name in names { places[name] = Place(number: answered.number, comment: comment.id) }
      held[index].comments.append(comment)
      held[index].names += names
      held[index].byteCount += item.byteCount
    } else {
      threads.add(item, title: nil)
      return
    }
    heldBytes += item.byteCount
  }

  /// Whether an item that is held has the same address up to the fragment, and another fragment.
  private func sharesAddress(_ item: FeedItem) -> Bool {
    guard item.sharedPage == nil, let link = item.link, let fragment = WebAddress.fragment(of: link),
      let place = places[FeedItem.placeName(link)], held.indices.contains(place.number - gone),
      let other = held[place.number - gone].item.link
    else { return false }
    return WebAddress.fragment(of: other) != fragment
  }

  /// Where what the item answers is held; a comment before the debate that it is about.
  private func place(answeredBy item: FeedItem) -> Place? {
    let addresses = item.answered.flatMap { [$0.reference, $0.address].compactMap(\.self) }
    let exact = addresses.compactMap { places[FeedItem.placeName($0)] }
    if let place = exact.first(where: { $0.comment != nil }) ?? exact.first { return place }
    for address in addresses {
      if var place = places[FeedItem.debateID(ofAddress: address)] {
        place.comment = FeedItem.commentNumber(address)
        return place
      }
    }
    return nil
  }

  private mutating func popHeld() -> RawItem {
    let first = held.removeFirst()
    gone += 1
    heldBytes -= first.byteCount
    for name in first.names where places[name]?.number == gone - 1 { places[name] = nil }
    return context.piece(line: first.item.line, byteCount: first.byteCount) { [context] in
      first.item.items(first.comments, around: first.around, in: context)
    }
  }
}
