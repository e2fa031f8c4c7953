import Foundation

/// The texts of the sets that measure the identifier, compared by their letters and digits alone.
struct WithheldTexts {
  private var texts: Set<String> = []

  init(files: [URL]) throws {
    for file in files {
      var found: Set<String> = []
      try forEachText(jsonLines: file) { found.insert(Self.normalised($0)) }
      texts.formUnion(found)
    }
    texts.remove("")
  }

  func contains(_ text: String) -> Bool { texts.contains(Self.normalised(text)) }

  private static func normalised(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.lowercased().unicodeScalars.filter { CharacterSet.alphanumerics.contains($0) }))
  }
}

/// Calls `body` with every string under the key `text` or `title`, at any depth, of each line of JSON.
func forEachText(jsonLines file: URL, _ body: (String) -> Void) throws {
  func visit(_ value: Any) {
    switch value {
    case let object as [String: Any]:
      for key in object.keys.sorted() {
        if let text = object[key] as? String {
          if key == "text" || key == "title" { body(text) }
        } else if let inner = object[key] {
          visit(inner)
        }
      }
    case let array as [Any]: array.forEach(visit)
    default: break
    }
  }
  for line in try Data(contentsOf: file).split(separator: 0x0A) { visit(try JSONSerialization.jsonObject(with: line)) }
}
