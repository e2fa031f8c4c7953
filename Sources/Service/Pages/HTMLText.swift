import Foundation
import Searching

/// Text as HTML.
enum HTMLText {
  /// A text of which nothing is marked.
  static func escaped(_ text: String) -> String { Highlights.escaped(text) }

  /// A text whose beginning has been shown already, such as a title, without that.
  static func escaped(_ text: String, _ highlights: Highlights?, without beginning: String) -> String {
    let skipped = text.hasPrefix(beginning) ? beginning.unicodeScalars.count : 0
    var left = skipped
    guard var runs = highlights?.runs else {
      return escaped(String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(skipped))).trimmed)
    }
    for place in runs.indices where left > 0 {
      let scalars = runs[place].text.unicodeScalars
      let taken = min(left, scalars.count)
      runs[place].text = String(String.UnicodeScalarView(scalars.dropFirst(taken)))
      left -= taken
    }
    let html = runs.filter { !$0.text.isEmpty }
      .map { $0.isMatch ? "<mark>\(escaped($0.text))</mark>" : escaped($0.text) }.joined()
    return html.trimmed
  }
}

extension String {
  /// Without white space at either end.
  fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
