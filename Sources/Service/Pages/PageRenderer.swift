import Foundation
import Mustache

/// Draws pages: templates, and the texts of both languages.
struct PageRenderer: Sendable {
  private let templates: MustacheLibrary
  /// By the code of the language.
  private let texts: [String: TemplateTexts]

  /// The texts of a language as templates read them; nothing changes them.
  private struct TemplateTexts: @unchecked Sendable {
    // Strings and dictionaries of strings, made once and only read.
    let values: Any
  }

  /// - Throws: a template that cannot be parsed, which only a mistake in this module can bring about.
  init() throws {
    var templates = MustacheLibrary()
    for (name, bytes) in PageRenderer.sources {
      try templates.register(String(decoding: bytes, as: UTF8.self), named: name)
    }
    self.templates = templates
    texts = Dictionary(
      uniqueKeysWithValues: Wording.all.compactMap { wording in
        TemplateContext.of(wording).map { (wording.code, TemplateTexts(values: $0)) }
      })
  }

  /// A page as HTML.
  ///
  /// - Parameters:
  ///   - template: by its name, which is also the key of `content` there.
  ///   - content: what the template shows, besides the frame.
  func html(_ template: String, _ content: Any, frame: PageFrame, _ wording: Wording) -> [UInt8] {
    let context: [String: Any] = [
      "page": TemplateContext.of(frame) ?? [:], template: TemplateContext.of(content) ?? [:],
      "t": texts[wording.code]?.values ?? [:],
    ]
    return Array((templates.render(context, withTemplate: template) ?? "").utf8)
  }

  /// A text that is no page, such as a feed.
  func text(_ template: String, _ content: Any) -> [UInt8] {
    let context: [String: Any] = [template: TemplateContext.of(content) ?? [:]]
    return Array((templates.render(context, withTemplate: template) ?? "").utf8)
  }

  static let mediaType = "text/html; charset=utf-8"

  /// The templates by their names.
  static let sources: [(name: String, bytes: [UInt8])] = [
    ("atom", PackageResources.atom_mustache),
    ("debate", PackageResources.debate_mustache),
    ("debate-facts", PackageResources.debate_facts_mustache),
    ("debate-heading-3", PackageResources.debate_heading_3_mustache),
    ("debate-pages", PackageResources.debate_pages_mustache),
    ("error", PackageResources.error_mustache),
    ("expertise", PackageResources.expertise_mustache),
    ("facet-value", PackageResources.facet_value_mustache),
    ("home", PackageResources.home_mustache),
    ("how-to-search", PackageResources.how_to_search_mustache),
    ("inside", PackageResources.inside_mustache),
    ("layout", PackageResources.layout_mustache),
    ("nothing-found", PackageResources.nothing_found_mustache),
    ("opensearch", PackageResources.opensearch_mustache),
    ("passage", PackageResources.passage_mustache),
    ("reasons", PackageResources.reasons_mustache),
    ("related", PackageResources.related_mustache),
    ("search", PackageResources.search_mustache),
    ("search-form", PackageResources.search_form_mustache),
    ("sourced-passage", PackageResources.sourced_passage_mustache),
    ("speaker", PackageResources.speaker_mustache),
    ("timeline", PackageResources.timeline_mustache),
    ("voice", PackageResources.voice_mustache),
  ]
}
