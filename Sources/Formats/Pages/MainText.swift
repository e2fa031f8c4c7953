/// The text that a page is about, without the menus, banners and lists of links around it.
///
/// A page that marks its text says so with `<main>` or `<article>`. Of others, the element whose own paragraphs hold
/// most text counts: text inside links is none, since menus are made of it, and half of what an element inside has
/// counts too, so that a text in sections stays whole.
struct MainText {
  /// The first heading of the page's text.
  private(set) var heading: String?
  private(set) var text = ""

  private static let boilerplate: Set<String> = ["nav", "footer", "aside", "button", "select", "menu", "dialog"]

  /// Words of classes and ids of what asks for consent, which may be longer than the text itself.
  private static let consentWords: Set<String> = ["cookie", "cookies", "consent", "gdpr", "popup", "modal"]

  /// Words of classes and ids of what is around a text, and of what holds a text beside it: `has-sidebar`.
  private static let boilerplateWords: Set<String> = [
    "menu", "nav", "navbar", "navigation", "footer", "banner", "sidebar", "share", "sharing", "social", "breadcrumb",
    "breadcrumbs", "login", "newsletter", "advert", "ads", "related", "pagination", "pager", "toolbar", "skip",
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
    let boilerplate = boilerplate(of: body)
    var open: [(node: HTMLNode, letters: Int, own: Int)] = []
    var links = 0
    body.walk { node, step in
      switch step {
      case .open:
        if node.isText {
          if links == 0, !open.isEmpty {
            let letters = lettersIn(node)
            open[open.count - 1].letters += letters
            open[open.count - 1].own += letters
          }
          return false
        }
        guard node.isElement else { return false }
        let name = node.name
        if Markup.silent.contains(name) || boilerplate.contains(node) {
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

  /// What is around the text. A page whose whole text is in a form, or is called `no-sidebar`, has it there all the
  /// same: what may be boilerplate is none when it holds more than half of the letters.
  private static func boilerplate(of body: HTMLNode) -> Set<HTMLNode> {
    var boilerplate: Set<HTMLNode> = []
    var letters = 0
    var links = 0
    var open: [(node: HTMLNode, before: Int)] = []
    var doubtful: [(node: HTMLNode, letters: Int)] = []
    body.walk { node, step in
      if node.isText {
        if step == .open, links == 0 { letters += lettersIn(node) }
        return false
      }
      guard node.isElement else { return false }
      let name = node.name
      switch step {
      case .open:
        if Markup.silent.contains(name) { return false }
        if name == "a" { links += 1 }
        switch suspicion(of: node, name) {
        case .sure: boilerplate.insert(node)
        case .doubtful: open.append((node, letters))
        case nil: return true
        }
        return !boilerplate.contains(node)
      case .close:
        if name == "a" { links -= 1 }
        if let last = open.last, last.node == node {
          doubtful.append((node, letters - last.before))
          open.removeLast()
        }
        return false
      }
    }
    return boilerplate.union(doubtful.lazy.filter { $0.letters * 2 <= letters }.map(\.node))
  }

  private static func lettersIn(_ text: HTMLNode) -> Int {
    text.characters.unicodeScalars.count { $0.properties.isAlphabetic }
  }

  private enum Suspicion {
    case sure, doubtful
  }

  private static func suspicion(of node: HTMLNode, _ name: String) -> Suspicion? {
    if boilerplate.contains(name) { return .sure }
    guard name == "header" || Markup.blocks.contains(name) || name == "span" else { return nil }
    if let role = node.attribute("role"), ["navigation", "banner", "contentinfo", "search"].contains(role) {
      return .sure
    }
    // A header of the page, not of an article.
    if name == "header" { return node.parent?.name == "body" ? .sure : nil }
    let words = [node.attribute("class"), node.attribute("id")].compactMap { $0?.lowercased() }
      .flatMap { $0.split { !$0.isLetter }.map { String($0) } }
    if words.contains(where: consentWords.contains) { return .sure }
    return name == "form" || words.contains(where: boilerplateWords.contains) ? .doubtful : nil
  }
}
