import Foundation
import Hummingbird

/// What pages of one request have in common: their language, their links and their frame.
struct Site: Sendable {
  let configuration: ServiceConfiguration
  let assets: Assets
  let request: Request
  let query: RequestQuery
  let language: InterfaceLanguage
  let page: PageWriter

  init(_ configuration: ServiceConfiguration, _ assets: Assets, _ request: Request) {
    self.configuration = configuration
    self.assets = assets
    self.request = request
    // A problem's page is drawn for addresses that cannot be read, too.
    query = (try? RequestQuery(request.uri.query)) ?? RequestQuery.none
    language = InterfaceLanguage(query: query, headers: request.headers)
    page = PageWriter(wording: language.wording, links: SiteLinks(root: configuration.baseURL?.path ?? ""))
  }

  /// Scheme and host under which the reader reached the service; nil where nobody says.
  var origin: String? {
    if let base = configuration.baseURL { return base.origin }
    // The proxy in front knows better than the client, and sets `--base-url`.
    guard let host = request.head.authority, BaseURL("http://\(host)")?.origin == "http://\(host)" else {
      return nil
    }
    return "http://\(host)"
  }

  /// The path that was asked for, as one of this site: what begins with two slashes would lead to another.
  private var path: String {
    let path = String(String.UnicodeScalarView(request.uri.path.unicodeScalars.drop { $0 == "/" || $0 == "\\" }))
    return "/" + (path.addingPercentEncoding(withAllowedCharacters: Site.pathCharacters) ?? "")
  }

  private static let pathCharacters = CharacterSet.urlPathAllowed.union(CharacterSet(charactersIn: "%"))

  /// The address of this page, as the reader sees it, with other items in its query.
  private func address(_ change: (inout [(name: String, value: String)]) -> Void) -> String {
    var items = query.items.filter { $0.name != InterfaceLanguage.name }
    change(&items)
    let text = items.map { "\(RequestQuery.encoded($0.name))=\(RequestQuery.encoded($0.value))" }
    return page.links.root + path + (text.isEmpty ? "" : "?") + text.joined(separator: "&")
  }

  /// The address of this page without what only changes the interface.
  var address: String { address { _ in } }

  /// - Parameter title: of the page; nil for the first one, which has the name of the site alone.
  func frame(title: String?, description: String) -> PageFrame {
    PageFrame(
      language: page.wording.code, siteName: configuration.siteName,
      title: title.map { "\($0) · \(configuration.siteName)" } ?? configuration.siteName,
      cardTitle: title ?? configuration.siteName, description: description,
      canonical: origin.map { $0 + address }, openSearch: page.links.root + "/opensearch.xml",
      icon: page.links.root + assets.icon, stylesheet: page.links.root + assets.stylesheet,
      script: page.links.root + assets.script, suggestions: page.links.root + "/api/suggest", home: page.links.home,
      everything: page.links.search(RequestParameters([.sort: ["newest"]])),
      programs: page.links.root + "/openapi.json", searchAction: page.links.root + "/search",
      languages: Wording.all.map { wording in
        .init(
          code: wording.code, name: wording.name,
          href: address { $0.append((InterfaceLanguage.name, wording.code)) },
          isCurrent: wording.code == page.wording.code)
      })
  }
}
