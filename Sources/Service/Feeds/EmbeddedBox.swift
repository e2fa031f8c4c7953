import Schema
import Searching

/// The data of the box of connected subjects that other pages show; the script `embed.js` draws it.
struct EmbeddedBox: Encodable {
  struct Texts: Encodable {
    var heading: String
    var untitled: String
    var nothing: String
    var more: String
  }

  struct Debate: Encodable {
    var title: String
    var titleLanguage: String?
    /// Of the site's own page, else of that of the service.
    var address: String
    /// By language.
    var date: [String: String]
    var reason: [String: String]
  }

  /// Where the page around it says none.
  var language: String
  /// By language.
  var wording: [String: Texts]
  var debates: [Debate]
  /// Of the debate's page.
  var address: String

  /// - Parameters:
  ///   - origin: scheme and host of the service.
  ///   - known: what the index has stored of a debate.
  init(
    _ related: RelatedResponse, of id: String, origin: String, links: SiteLinks, siteName: String,
    known: (String) -> StoredDebate?
  ) {
    language = known(id)?.language ?? Wording.english.code
    address = origin + links.debate(id)
    wording = Dictionary(
      uniqueKeysWithValues: Wording.all.map { wording in
        let texts = Texts(
          heading: wording.debate.related, untitled: wording.debate.untitled, nothing: wording.debate.embedNothing,
          more: wording.debate.embedMore(siteName))
        return (wording.code, texts)
      })
    debates = related.results.map { result in
      let debate = result.debate
      func inEachLanguage(_ text: (Wording) -> String?) -> [String: String] {
        Dictionary(uniqueKeysWithValues: Wording.all.compactMap { wording in text(wording).map { (wording.code, $0) } })
      }
      return Debate(
        title: debate.title, titleLanguage: known(debate.id)?.language,
        address: debate.url.flatMap(SafeAddress.init)?.text ?? origin + links.debate(debate.id),
        date: inEachLanguage { wording in debate.date.map(wording.dates.text) },
        reason: inEachLanguage { wording in
          result.terms.isEmpty
            ? nil
            : wording.names.pair(
              wording.debate.sharedWords, result.terms.prefix(EmbeddedBox.termsShown).joined(separator: ", "))
        })
    }
  }

  private static let termsShown = 4
  static let marker = "__PALABRE_DATA__"
  static let debatesShown = 5
}
