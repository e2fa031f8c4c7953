import Yams

/// A mapping of a YAML file that people write by hand, every key of which is asked for or refused.
package struct YAMLMap {
  /// The path of this mapping in the file, for messages; empty at the top.
  package let path: String
  private let file: String
  private let mapping: Node.Mapping

  init(_ node: Node, path: String, file: String) throws(LocatedError) {
    guard case .mapping(let mapping) = node else {
      throw LocatedError(
        file: file, line: node.mark?.line, field: path.isEmpty ? nil : path,
        reason: "write keys and values here, such as `key: value`")
    }
    self.path = path
    self.file = file
    self.mapping = mapping
  }

  /// Refuses keys that are none of these; the nearest is suggested.
  package func allow(_ known: [String]) throws(LocatedError) {
    for (key, _) in mapping {
      guard let name = key.string, known.contains(name) else {
        let name = key.string ?? "?"
        let hint = EditDistance.nearest(to: name, among: known).map { "did you mean \"\($0)\"?" }
        throw LocatedError(
          file: file, line: key.mark?.line, field: place(of: name),
          reason: "unknown key; \(hint ?? "known here are \(known.joined(separator: ", "))")")
      }
    }
  }

  subscript(key: String) -> Node? { mapping[key] }

  /// The path of a key, for messages.
  package func place(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  /// The line of a key, from 1; nil when it is absent.
  package func line(of key: String) -> Int? { mapping.keys.first { $0.string == key }?.mark?.line }

  /// What is wrong with a key's value, or with the mapping when the key is absent.
  package func error(_ key: String, _ reason: String) -> LocatedError {
    LocatedError(
      file: file, line: (mapping[key] ?? .mapping(mapping)).mark?.line, field: place(of: key), reason: reason)
  }

  /// A text; nil when absent.
  package func text(_ key: String) throws(LocatedError) -> String? {
    guard let node = mapping[key] else { return nil }
    guard case .scalar(let scalar) = node, !scalar.isNothing else { throw error(key, "write a text") }
    return scalar.string
  }

  /// One text or several; none when absent.
  package func texts(_ key: String) throws(LocatedError) -> [String] {
    guard let node = mapping[key] else { return [] }
    switch node {
    case .scalar(let scalar) where !scalar.isNothing: return [scalar.string]
    case .sequence(let sequence):
      let texts = sequence.compactMap { $0.scalar }.filter { !$0.isNothing }.map(\.string)
      if texts.count == sequence.count { return texts }
    default: break
    }
    throw error(key, "write a text, or a list of texts")
  }

  /// A whole number; nil when absent.
  package func number(_ key: String, in range: ClosedRange<Int>) throws(LocatedError) -> Int? {
    guard let node = mapping[key] else { return nil }
    guard let scalar = node.scalar, scalar.isPlain, let number = Int(scalar.string), range.contains(number) else {
      let found = node.scalar.map { ", not \($0.isPlain ? $0.string : "\"\($0.string)\"")" } ?? ""
      throw error(key, "write a whole number from \(range.lowerBound) to \(range.upperBound)\(found)")
    }
    return number
  }

  /// `true` or `false`; nil when absent.
  package func flag(_ key: String) throws(LocatedError) -> Bool? {
    guard let node = mapping[key] else { return nil }
    guard let scalar = node.scalar, scalar.isPlain, let flag = Bool(scalar.string) else {
      throw error(key, "write true or false")
    }
    return flag
  }

  /// One of a few words; nil when absent.
  package func choice<Choice: RawRepresentable & CaseIterable>(_ key: String) throws(LocatedError) -> Choice?
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
  func maps(_ key: String) throws(LocatedError) -> [YAMLMap] {
    guard let node = mapping[key] else { return [] }
    guard case .sequence = node else { return [try YAMLMap(node, path: place(of: key), file: file)] }
    return try maps(key, orText: nil)
  }

  /// The mapping under a key; nil when absent.
  package func map(_ key: String) throws(LocatedError) -> YAMLMap? {
    guard let node = mapping[key] else { return nil }
    return try YAMLMap(node, path: place(of: key), file: file)
  }

  /// Each mapping of a list; an element that is a text stands for a mapping with this text under `textKey`.
  package func maps(_ key: String, orText textKey: String?) throws(LocatedError) -> [YAMLMap] {
    guard let node = mapping[key] else { return [] }
    guard case .sequence(let sequence) = node else { throw error(key, "write a list: each element after `- `") }
    var maps: [YAMLMap] = []
    for (index, element) in sequence.enumerated() {
      let place = "\(key)[\(index)]"
      if let textKey {
        maps.append(try map(element, at: place, orText: textKey))
      } else {
        maps.append(try YAMLMap(element, path: self.place(of: place), file: file))
      }
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
  func map(_ node: Node, at key: String, orText textKey: String) throws(LocatedError) -> YAMLMap {
    if case .scalar = node {
      return try YAMLMap(
        .mapping(Node.Mapping([(Node(textKey), node)], .implicit, .any, node.mark)), path: place(of: key), file: file)
    }
    return try YAMLMap(node, path: place(of: key), file: file)
  }
}

extension Node.Scalar {
  /// Written without quotes: a number or a word of YAML, where those are asked for.
  fileprivate var isPlain: Bool { style == .plain }
  /// What stands for no value at all.
  fileprivate var isNothing: Bool { string.isEmpty || isPlain && ["~", "null"].contains(string) }
}
