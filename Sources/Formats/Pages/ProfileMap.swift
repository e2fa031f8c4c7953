import Yams

/// A mapping of a profile's YAML, every key of which is asked for or refused.
struct ProfileMap {
  /// The path of this mapping in the profile, for messages; empty at the top.
  let path: String
  private let file: String
  private let mapping: Node.Mapping

  init(_ node: Node, path: String, file: String) throws(LocatedError) {
    guard case .mapping(let mapping) = node else {
      throw LocatedError(
        file: file, line: node.mark?.line, field: path.isEmpty ? nil : path,
        reason: "write keys and values here, such as `title: //h1`")
    }
    self.path = path
    self.file = file
    self.mapping = mapping
  }

  /// Refuses keys that are none of these; the nearest is suggested.
  func allow(_ known: [String]) throws(LocatedError) {
    for (key, _) in mapping {
      guard let name = key.string, known.contains(name) else {
        let name = key.string ?? "?"
        let hint =
          known.min { EditDistance.between($0, name) < EditDistance.between($1, name) }
          .flatMap { EditDistance.between($0, name) <= 2 ? "did you mean \"\($0)\"?" : nil }
        throw LocatedError(
          file: file, line: key.mark?.line, field: place(of: name),
          reason: "unknown key; \(hint ?? "known here are \(known.joined(separator: ", "))")")
      }
    }
  }

  subscript(key: String) -> Node? { mapping[key] }

  /// The path of a key, for messages.
  func place(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  func error(_ key: String, _ reason: String) -> LocatedError {
    LocatedError(
      file: file, line: (mapping[key] ?? .mapping(mapping)).mark?.line, field: place(of: key), reason: reason)
  }

  /// A text; nil when absent.
  func text(_ key: String) throws(LocatedError) -> String? {
    guard let node = mapping[key] else { return nil }
    guard case .scalar(let scalar) = node, !scalar.string.isEmpty else { throw error(key, "write a text") }
    return scalar.string
  }

  /// One text or several; none when absent.
  func texts(_ key: String) throws(LocatedError) -> [String] {
    guard let node = mapping[key] else { return [] }
    switch node {
    case .scalar(let scalar): return [scalar.string]
    case .sequence(let sequence):
      let texts = sequence.compactMap { $0.scalar?.string }
      if texts.count == sequence.count { return texts }
    default: break
    }
    throw error(key, "write a text, or a list of texts")
  }

  /// One of a few words; nil when absent.
  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) throws(LocatedError) -> Choice?
  where Choice.RawValue == String {
    guard let word = try text(key) else { return nil }
    guard let choice = Choice(rawValue: word) else {
      let words = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(key, "\"\(word)\" is none of \(words)")
    }
    return choice
  }

  /// Pairs of texts; none when absent.
  func pairs(_ key: String) throws(LocatedError) -> [String: String] {
    guard let node = mapping[key] else { return [:] }
    guard case .mapping(let mapping) = node else { throw error(key, "write pairs, such as `pour: 5`") }
    var pairs: [String: String] = [:]
    for (key, value) in mapping {
      guard let word = key.scalar?.string, let meaning = value.scalar?.string else {
        throw error("values", "write pairs of texts, such as `pour: 5`")
      }
      pairs[word] = meaning
    }
    return pairs
  }

  func xpath(_ key: String) throws(LocatedError) -> XPathExpression? {
    guard let source = try text(key) else { return nil }
    do throws(HTMLError) {
      return try XPathExpression(source)
    } catch {
      throw self.error(key, error.reason)
    }
  }

  /// A mapping, or each of a list of mappings; none when absent.
  func maps(_ key: String) throws(LocatedError) -> [ProfileMap] {
    guard let node = mapping[key] else { return [] }
    guard case .sequence(let sequence) = node else {
      return [try ProfileMap(node, path: place(of: key), file: file)]
    }
    var maps: [ProfileMap] = []
    for (index, element) in sequence.enumerated() {
      maps.append(try ProfileMap(element, path: "\(place(of: key))[\(index)]", file: file))
    }
    return maps
  }

  /// The nodes under a key, one by one, a list taken apart.
  func alternatives(_ key: String) -> [Node] {
    guard let node = mapping[key] else { return [] }
    if case .sequence(let sequence) = node { return Array(sequence) }
    return [node]
  }

  /// The mapping that a node is, or one whose only key has the text that it is.
  func map(_ node: Node, at key: String, orText textKey: String) throws(LocatedError) -> ProfileMap {
    if case .scalar = node {
      return try ProfileMap(
        .mapping(Node.Mapping([(Node(textKey), node)], .implicit, .any, node.mark)), path: place(of: key), file: file)
    }
    return try ProfileMap(node, path: place(of: key), file: file)
  }
}
