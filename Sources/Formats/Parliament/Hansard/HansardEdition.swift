import Debates

/// What a file of the Hansard of Canada says of the sitting and of itself.
struct HansardEdition {
  /// `en` or `fr`.
  private(set) var language: String?
  private(set) var date: String?

  /// - Parameter name: of the file, without extension: `HAN001-E` is the English edition.
  init(_ root: XMLTag, name: String) {
    language = Self.language(root["lang"])
    if language == nil, let letter = name.split(separator: "-").last, name.contains("-"), letter.count == 1 {
      language = Self.language(letter == "E" ? "en" : letter == "F" ? "fr" : nil)
    }
  }

  mutating func read(_ information: XMLElement) {
    var items: [String: String] = [:]
    for item in information.elements("ExtractedItem") { items[item["Name"] ?? ""] = item.oneLine }
    let number = { (name: String) in items[name].flatMap { Int($0) } }
    if let year = number("MetaDateNumYear"), let month = number("MetaDateNumMonth"), let day = number("MetaDateNumDay")
    {
      date = WrittenDate.iso(year: year, month: month, day: day, time: nil)
    }
    date = date ?? items["Date"].flatMap { WrittenDate.iso(in: $0) }
  }

  static func language(_ tag: String?) -> String? {
    switch tag?.prefix(2).lowercased() {
    case "en": "en"
    case "fr": "fr"
    default: nil
    }
  }
}
