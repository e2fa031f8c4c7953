/// The text that a page is about, without the menus, banners and lists of links around it.
///
/// A page that marks its text says so with `<main>` or `<article>`. Of others, the element whose own paragraphs hold
/// most text counts: text inside links is none, since menus are made of it, and half of what an element inside has
/// counts too, so that a text in sections stays whole.
struct MainText {
  /// The first heading of the page's text.
  private(set) var heading: String?
  private(set) var text = ""

  private static let boilerplate: Set<String> = [
    "nav", "footer", "aside", "form", "button", "select", "menu", "dialog",
  ]

  /// Words of classes and ids of what is around a text.
  private static let boilerplateWords: Set<String> = [
    "menu", "nav", "navbar", "navigation", "footer", "cookie", "cookies", "consent", "gdpr", "banner", "sidebar",
    "share", "sharing", "social", "breadcrumb", "breadcrumbs", "login", "popup", "modal", "newsletter", "advert",
    "ads", "related", "pagination", "pager", "toolbar", "skip",
  ]

  private static let paragraphs: Set<String> = [
    "p", "li", "blockquote", "pre", "dd", "td", "h1", "h2", "h3", "h4", "h5", "h6",
  ]

  private static let headings = try? XPathExpression("(//h1[normalize-space()])[1]")
  private static let body = try? XPathExpression("//body[1]")
  private static let marked = try? XPathExpression("//*[self::main or self::article or @role='main']")

  /// Letters that a marked text has at least, for the mark to be believed.
  private static let leastLetters = 200

  init(_ page: HTMLDocument) throws(HTMLError) {
    func nodes(_ xpath: XPathExpression?) throws(HTMLError) -> [HTMLNode] {
      guard let xpath else { return [] }
      return try page.evaluate(xpath).nodes
    }
    guard let body = try nodes(Self.body).first else { return }
    heading = try nodes(Self.headings).first?.text
    let weights = Self.weights(of: body)
    let boilerplate = weights.boilerplate
    let marked = try nodes(Self.marked).filter { (weights.letters[$0] ?? 0) >= Self.leastLetters }
    let chosen = marked.max { (weights.letters[$0] ?? 0) < (weights.letters[$1] ?? 0) }
    let densest = weights.scores.max { left, right in
      // Of two with one score, the first on the page, whatever the order of the table.
      left.value == right.value ? right.key.stands(before: left.key) : left.value < right.value
    }
    guard let root = chosen ?? densest?.key else { return }
    text = HTMLText.of(root, without: boilerplate)
    if let heading, text.hasPrefix(heading) { text = String(text.dropFirst(heading.count)[...].trimmed) }
  }

  private struct Weights {
    var scores: [HTMLNode: Double] = [:]
    /// Letters inside an element that are not in a link.
    var letters: [HTMLNode: Int] = [:]
    var boilerplate: Set<HTMLNode> = []
  }

  /// One walk over the page: each text counts for the paragraph it is in, and that for what holds the paragraph.
  private static func weights(of body: HTMLNode) -> Weights {
    var weights = Weights()
    var open: [(node: HTMLNode, letters: Int, own: Int)] = []
    var links = 0
    body.walk { node, step in
      switch step {
      case .open:
        if node.isText {
          if links == 0, !open.isEmpty {
            let letters = node.characters.unicodeScalars.count { $0.properties.isAlphabetic }
            open[open.count - 1].letters += letters
            open[open.count - 1].own += letters
          }
          return false
        }
        guard node.isElement else { return false }
        let name = node.name
        if Markup.silent.contains(name) || isBoilerplate(node, name) {
          weights.boilerplate.insert(node)
          return false
        }
        if name == "a" { links += 1 }
        open.append((node, 0, 0))
        return true
      case .close:
        guard node.isElement, !weights.boilerplate.contains(node), let closed = open.popLast() else { return false }
        let name = node.name
        if name == "a" { links -= 1 }
        weights.letters[node] = closed.letters
        guard !open.isEmpty else { return false }
        open[open.count - 1].letters += closed.letters
        if paragraphs.contains(name) {
          // What holds the paragraph, and half as much what holds that.
          let parent = open[open.count - 1].node
          weights.scores[parent, default: 0] += Double(closed.letters)
          if open.count > 1 { weights.scores[open[open.count - 2].node, default: 0] += Double(closed.letters) / 2 }
        } else if Markup.blocks.contains(name) {
          // Text that stands in a block without a paragraph.
          weights.scores[node, default: 0] += Double(closed.own)
        } else {
          open[open.count - 1].own += closed.own
        }
        return false
      }
    }
    weights.scores[body, default: 0] += Double(weights.letters[body] ?? 0) / 4
    return weights
  }

  private static func isBoilerplate(_ node: HTMLNode, _ name: String) -> Bool {
    if boilerplate.contains(name) { return true }
    guard name == "header" || Markup.blocks.contains(name) || name == "span" else { return false }
    if let role = node.attribute("role"), ["navigation", "banner", "contentinfo", "search"].contains(role) {
      return true
    }
    // A header of the page, not of an article.
    if name == "header" { return node.parent?.name == "body" }
    let words = [node.attribute("class"), node.attribute("id")].compactMap { $0?.lowercased() }
      .flatMap { $0.split { !$0.isLetter } }
    return words.contains { boilerplateWords.contains(String($0)) }
  }
}
