import Debates
import Foundation

/// A page of a site, saved by a browser.
enum HTMLPageFormat: DebateFormat {
  static let name = "html"
  static let extensions = ["html", "htm", "xhtml", "asp", "aspx", "php"]
  static let carries = "what its site's profile finds; else JSON-LD, Open Graph and the page's main text"

  static func recognises(_ head: FileHead) -> Bool {
    let text = head.text.drop(while: \.isWhitespace)
    if text.prefix(20).lowercased().hasPrefix("<!doctype html") { return true }
    if let root = head.root { return ["html", "head", "body"].contains(root.name.lowercased()) }
    // What stands before the first element may be longer than what is looked at, or odd.
    guard text.first == "<", !text.hasPrefix("<?xml") else { return false }
    let head = text.lowercased()
    return ["<!doctype html", "<html", "<head", "<body"].contains { head.contains($0) }
  }

  static func reader(of bytes: ByteStream, in context: FileContext) -> any FormatReader {
    WholeFileReader(of: bytes, in: context) { HTMLPage.items(of: $0, in: context) }
  }
}

/// One page being read.
enum HTMLPage {
  static func items(of bytes: Data, in context: FileContext) -> [SourceItem] {
    do throws(HTMLError) {
      guard !isCutShort(bytes) else {
        return [context.refused("cut short: <html> is not closed; save the page again, whole")]
      }
      let forced = context.profiles.first
      let page = try HTMLDocument(bytes, encodingHint: forced?.encoding)
      var items: [SourceItem] = []
      if let problem = page.encodingProblem { items.append(context.notice(problem.reason)) }
      let (item, notices) = try debate(of: page, in: context)
      return items + notices.map { context.notice($0) } + [item]
    } catch {
      return [context.refused(error.reason)]
    }
  }

  private static func debate(
    of page: HTMLDocument, in context: FileContext
  ) throws(HTMLError) -> (SourceItem, notices: [String]) {
    let metadata = try PageMetadata(page)
    let linkedData = LinkedData(metadata.linkedData)
    var draft = RecordDraft(id: context.name)
    guard let profile = try profile(for: page, in: context) else {
      linkedData.complete(&draft)
      metadata.complete(&draft)
      try completeWithText(&draft, page, metadata)
      return (item(draft, else: "a page without text; save it once it has loaded", context), linkedData.problems)
    }
    draft[.language] = metadata.tag
    try PageReading(profile: profile, page: page).read(into: &draft)
    let found = draft
    linkedData.complete(&draft)
    metadata.complete(&draft)
    draft.keep(fieldsOf: profile, from: found)
    if draft[.title] ?? "" == "" { draft[.title] = metadata.windowTitle ?? "" }
    let reason = "the profile \(profile.name) finds no text on this page; is it a page of that site?"
    return (item(draft, else: reason, context), linkedData.problems)
  }

  private static func item(_ draft: RecordDraft, else reason: String, _ context: FileContext) -> SourceItem {
    draft.hasText ? context.item(draft) : context.refused(reason)
  }

  /// The one asked for, else the first whose test finds something.
  private static func profile(for page: HTMLDocument, in context: FileContext) throws(HTMLError) -> PageProfile? {
    for profile in context.profiles + PageProfile.shipped {
      if let test = profile.test, try page.evaluate(test).isTrue { return profile }
    }
    return context.profiles.first
  }

  private static func completeWithText(
    _ draft: inout RecordDraft, _ page: HTMLDocument, _ metadata: PageMetadata
  ) throws(HTMLError) {
    let main = try MainText(page)
    if draft[.title] ?? "" == "" { draft[.title] = main.heading ?? metadata.windowTitle ?? "" }
    // What the page's machine-readable part calls its description may be one sentence of its text.
    let known = draft[.description] ?? ""
    if main.text.utf8.count > known.utf8.count {
      draft[.description] = main.text
      if draft[.summary] == nil, !known.isEmpty, !main.text.contains(known) { draft[.summary] = known }
    }
    if draft[.summary] == nil, let summary = metadata.summary {
      let text = draft[.description] ?? ""
      if !text.contains(summary), text != summary { draft[.summary] = summary }
    }
  }

  /// Whether the page opens `<html>` and closes neither it nor its body: half a page must not replace a whole one.
  private static func isCutShort(_ bytes: Data) -> Bool {
    // Letters and signs of markup stand alone in every encoding but UTF-16, where a null is beside each.
    let text = bytes.count { $0 == 0 } * 3 > bytes.count ? bytes.filter { $0 != 0 } : bytes
    return MarkupSearch.contains("<html", in: text) && !MarkupSearch.contains("</html", in: text)
      && !MarkupSearch.contains("</body", in: text)
  }
}

extension RecordDraft {
  /// Whether anything but a title is there to be searched; a title alone is what an error page has.
  var hasText: Bool {
    self[.description] != nil || self[.summary] != nil || !transcript.isEmpty || !comments.isEmpty || !speakers.isEmpty
  }

  /// Takes back what a profile has a place for: where it finds nothing, there is nothing.
  mutating func keep(fieldsOf profile: PageProfile, from found: RecordDraft) {
    for field in Array(profile.lines.keys) + Array(profile.texts.keys) where field != .title {
      self[field] = found[field]
    }
    if profile.date != nil { self[.date] = found[.date] }
    if profile.expertises != nil { expertises = found.expertises }
    if profile.media != nil { mediaURL = found.mediaURL }
    if !profile.speakers.isEmpty { speakers = found.speakers }
    if !profile.comments.isEmpty { comments = found.comments }
    if !profile.transcripts.isEmpty { transcript = found.transcript }
  }
}
