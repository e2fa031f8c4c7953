import Foundation

/// Names folded for identity: lower case, accents stripped, every run of other characters one `-`.
public enum FoldedName {
  /// The id of a person known by name alone: `François DENIEUL` gives `francois-denieul`.
  ///
  /// Empty only when the name is blank: a name without letters or digits keeps its own characters.
  public static func id(of name: String) -> String {
    let folded = name.folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    var id = ""
    var gap = false
    for scalar in folded.lowercased().unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if gap, !id.isEmpty { id.unicodeScalars.append("-") }
        gap = false
        id.unicodeScalars.append(scalar)
      } else {
        gap = true
      }
    }
    if id.isEmpty { return name.split(whereSeparator: \.isWhitespace).joined(separator: "-") }
    return id
  }
}
