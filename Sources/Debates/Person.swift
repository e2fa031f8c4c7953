/// Somebody who speaks, writes or proposes, as one debate knows them.
public struct Person: Sendable, Hashable, Codable {
  /// Stable across debates when the source gives it; otherwise made from the folded name.
  public var id: String
  /// The name as written in the source.
  public var name: String

  /// A person whose id is known.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }

  /// A person known by name alone; the id is the folded name.
  public init(name: String) {
    self.init(id: FoldedName.id(of: name), name: name)
  }

  /// How a record refers to this person with one string: by name where that leads back to the id, else by id.
  var reference: String { FoldedName.id(of: name) == id ? name : id }
}
