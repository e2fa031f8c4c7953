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
    if id.isEmpty { id = name.split(whereSeparator: \.isWhitespace).joined(separator: "-") }
    return bounded(id)
  }

  /// A record refuses longer ids, and whoever has signed with a page of text must not make a record that cannot be
  /// read again.
  private static func bounded(_ id: String) -> String {
    var room = RecordLimits().maximumIDBytes
    guard id.utf8.count > room else { return id }
    var beginning = String.UnicodeScalarView()
    for scalar in id.unicodeScalars {
      room -= UTF8.width(scalar)
      if room < 0 { break }
      beginning.append(scalar)
    }
    return String(beginning)
  }
}
