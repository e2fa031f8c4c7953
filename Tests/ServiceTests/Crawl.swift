import Foundation
import HTTPTypes
import Testing

@testable import Service

/// Follows every link of every page of the site; of searches that pages lead to, not each of the searches that those
/// lead to again.
struct Crawl {
  struct Page {
    var address: String
    var markup: Markup
  }

  private(set) var pages: [Page] = []
  /// Addresses that are not there.
  private(set) var missing: Set<String> = []
  private(set) var faults: [String] = []

  init(_ service: TrialService, from starts: [String], maximum: Int = 400) async throws {
    var waiting = starts
    var seen = Set(starts)
    while let address = waiting.popLast(), pages.count < maximum {
      let answer = try await service.ask(address, [.accept: "text/html,*/*;q=0.1"])
      if answer.status == 404 || answer.status == 400 { missing.insert(address) }
      if ![200, 400, 404].contains(answer.status) {
        faults.append("\(address): \(answer.status) \(answer.text.prefix(200))")
      }
      guard answer[.contentType]?.hasPrefix("text/html") == true else { continue }
      let markup = Markup(answer.text)
      pages.append(Page(address: address, markup: markup))
      faults += markup.faults.map { "\(address): \($0)" }
      faults += Crawl.faults(of: markup, answer.text).map { "\(address): \($0)" }
      let isSearchFound = address.hasPrefix("/search") && !starts.contains(address)
      for link in Crawl.links(of: markup) where !(isSearchFound && link.hasPrefix("/search")) {
        if seen.insert(link).inserted { waiting.append(link) }
      }
    }
  }

  /// Links within the site, without what only scrolls.
  private static func links(of markup: Markup) -> [String] {
    (markup.values("href") + markup.values("src")).compactMap { link in
      guard link.hasPrefix("/") else { return nil }
      let address = String(link.prefix { $0 != "#" })
      // Each page has its like in the other language; one is enough.
      return address.contains("ui=") && !address.hasPrefix("/?ui=") ? nil : address
    }
  }

  private static func faults(of markup: Markup, _ html: String) -> [String] {
    var faults: [String] = []
    for tag in markup.tags {
      for (name, value) in tag.attributes {
        if name.lowercased().hasPrefix("on") || name == "style" { faults.append("\(name) in <\(tag.name)>") }
        guard ["href", "src", "action", "formaction", "data"].contains(name) else { continue }
        if value.hasPrefix("//") || value.hasPrefix("/\\") { faults.append("\(name)=\(value) leads to another site") }
        let isOwn = value.hasPrefix("/") || value.hasPrefix("#")
        if !isOwn, !value.hasPrefix("https://"), !value.hasPrefix("http://") { faults.append("\(name)=\(value)") }
      }
      if ["style", "iframe", "object", "embed", "base", "img", "b", "i"].contains(tag.name) {
        faults.append("<\(tag.name)>")
      }
    }
    let ids = Dictionary(markup.values("id").map { ($0, 1) }, uniquingKeysWith: +)
    faults += ids.filter { $0.value > 1 }.map { "the id \($0.key) twice" }
    if html.contains("Cannot find template") { faults.append("a template is missing") }
    return faults
  }
}
