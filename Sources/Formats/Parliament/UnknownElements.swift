/// Elements that a format does not know, told of once each.
struct UnknownElements {
  /// So that hostile names cannot fill memory.
  private static let maximum = 100

  private var names: Set<String> = []

  /// Says that an element is left out; nil when that has been said.
  mutating func notice(of tag: XMLTag, in context: FileContext) -> RawItem? {
    guard names.count < Self.maximum, names.insert(tag.name).inserted else { return nil }
    let name = String(tag.name.prefix(80))
    return context.piece(
      context.notice("unknown element, left out here and in the rest", line: tag.line, field: "<\(name)>"),
      line: tag.line)
  }
}
