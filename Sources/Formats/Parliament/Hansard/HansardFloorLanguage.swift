/// What `FloorLanguage` says where the language of the House changes.
///
/// Its attribute is the language spoken, not the one printed: an edition is in one language, and what was said in the
/// other stands there in translation. The label tells: "[Translation]" and "[English]" open English text,
/// "[Traduction]" and "[Français]" French. Without a label it is the language of the edition, and the attribute
/// counts when no edition is named.
struct HansardFloorLanguage {
  /// Of the text, by the label.
  private var labelled: String?
  private var spoken: String?

  /// Nothing said yet.
  init() {}

  init(_ element: XMLElement) {
    let label = element.oneLine?.lowercased().filter(\.isLetter) ?? ""
    labelled =
      switch label {
      case "translation", "english": "en"
      case "traduction", "français", "french": "fr"
      default: nil
      }
    spoken = HansardEdition.language(element["language"])
  }

  /// The language of the text that follows; nil when nothing tells.
  func printed(edition: String?) -> String? { labelled ?? edition ?? spoken }
}
