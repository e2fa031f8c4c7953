/// The text of a node as a reader sees it: blocks and `<br>` end lines, scripts and styles are left out, white space
/// is folded.
enum HTMLText {
  /// The text, a line for each block, blank lines left out.
  ///
  /// - Parameter without: nodes whose text is left out.
  static func of(_ node: HTMLNode, without: Set<HTMLNode> = []) -> String {
    var text = ""
    // What stands between the last character and the next: 0 nothing, 1 a space, 2 the end of a line.
    var gap = 0
    // What is left out stood between spaces, of which a comma wants none.
    var isAfterCut = false
    node.walk { current, step in
      if current.isText {
        guard step == .open, !without.contains(current) else { return false }
        for scalar in current.characters.unicodeScalars {
          if scalar.properties.isWhitespace {
            gap = max(gap, 1)
          } else {
            if gap == 1, isAfterCut, scalar == "," || scalar == "." { gap = 0 }
            isAfterCut = false
            if gap > 0, !text.isEmpty { text.unicodeScalars.append(gap == 2 ? "\n" : " ") }
            gap = 0
            text.unicodeScalars.append(scalar)
          }
        }
        return false
      }
      guard current.isElement else { return false }
      if without.contains(current) {
        isAfterCut = true
        return false
      }
      let name = current.name
      // A heading of a table or a menu entry is a block; so is what asks for the line itself.
      if Markup.blocks.contains(name) { gap = 2 }
      return !Markup.silent.contains(name)
    }
    return text
  }
}
