/// The elements of Akoma Ntoso that tell who said what.
enum AkomaNtosoMarkup: SpeechMarkup {
  static let speakerAttribute = "by"

  static func mark(_ tag: XMLTag, in parent: String) -> SpeechMark {
    switch tag.name {
    // The number of a section is no text; that of an item in a list is.
    case "num": lists.contains(parent) ? .transparent : .silent
    // What follows the number stands on its line.
    case "p": lists.contains(parent) ? .lineBreak : .paragraph
    default: marks[tag.name] ?? .transparent
    }
  }

  private static let lists: Set<String> = ["item", "point", "paragraph", "indent", "li", "intro"]

  private static let marks: [String: SpeechMark] = [
    "speech": .speech, "question": .speech, "answer": .speech, "from": .label,
    "heading": .heading, "subheading": .heading,
    "li": .paragraph, "item": .paragraph, "point": .paragraph, "paragraph": .paragraph, "indent": .paragraph,
    "intro": .paragraph, "block": .paragraph, "td": .paragraph, "th": .paragraph, "longTitle": .paragraph,
    "narrative": .remark, "summary": .remark, "other": .remark,
    "scene": .silent, "remark": .silent, "meta": .silent, "note": .silent, "noteRef": .silent,
    "authorialNote": .silent, "toc": .silent, "rollCall": .silent,
    "eol": .lineBreak, "br": .lineBreak, "recordedTime": .time,
    "preface": .margin, "coverPage": .margin, "conclusions": .margin, "attachments": .margin, "annexes": .margin,
    "components": .margin,
  ]
}
