/// The elements of TEI that tell who said what, as Parla-CLARIN, ParlaMint and plays use them.
enum TEIMarkup: SpeechMarkup {
  static let speakerAttribute = "who"

  static func mark(_ tag: XMLTag, in parent: String) -> SpeechMark {
    switch tag.name {
    case "note": tag["type"] == "speaker" ? .label : .remark
    case "head": holdsParts(parent) ? .heading : .transparent
    // A segment is a paragraph of an utterance, but a phrase of a paragraph.
    case "seg": parent == "u" || parent == "sp" ? .paragraph : .transparent
    case "sic", "orig", "abbr": parent == "choice" ? .silent : .transparent
    case "lb": tag["break"] == "no" ? .transparent : .lineBreak
    default: marks[tag.name] ?? .transparent
    }
  }

  private static func holdsParts(_ name: String) -> Bool {
    name.hasPrefix("div") || name == "body" || name == "text" || name == "group"
  }

  private static let marks: [String: SpeechMark] = [
    "u": .speech, "sp": .speech, "speaker": .label,
    "p": .paragraph, "ab": .paragraph, "l": .paragraph, "item": .paragraph, "cell": .paragraph,
    "s": .sentence, "w": .word, "pc": .word, "c": .space, "cb": .lineBreak, "pb": .lineBreak,
    "stage": .remark, "opener": .remark, "closer": .remark, "argument": .remark, "epigraph": .remark,
    "front": .margin, "back": .margin,
    "timeline": .time, "when": .time,
    "vocal": .silent, "kinesic": .silent, "incident": .silent, "writing": .silent, "shift": .silent, "pause": .silent,
    "gap": .silent, "desc": .silent, "interruption": .silent, "figure": .silent, "fw": .silent, "index": .silent,
    "del": .silent, "listEvent": .silent, "listPerson": .silent, "listOrg": .silent, "listRelation": .silent,
    "link": .silent, "linkGrp": .silent, "spanGrp": .silent, "fLib": .silent, "fvLib": .silent, "fs": .silent,
    "standOff": .silent, "facsimile": .silent, "sourceDoc": .silent, "teiHeader": .silent,
  ]
}
