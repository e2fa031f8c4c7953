/// The stop words of each language, embedded in the binary; sources, licence and reasons are in the lists themselves.
///
/// A list holds one word a line in folded form (lower case, no marks, no apostrophe); a line that begins with `#` is a
/// comment. A sentence is looked up in the list of its own language, after folding.
public enum Stopwords {
  /// A language that has a list.
  public enum List: String, CaseIterable, Sendable {
    case french, english
  }

  /// The folded words of a list.
  ///
  ///     Stopwords.words(.french).contains("lorsqu")  // true
  public static func words(_ list: List) -> Set<String> {
    switch list {
    case .french: words(in: PackageResources.french_txt)
    case .english: words(in: PackageResources.english_txt)
    }
  }

  static func words(in bytes: [UInt8]) -> Set<String> {
    let newline = UInt8(ascii: "\n")
    let comment = UInt8(ascii: "#")
    var words: Set<String> = []
    for line in bytes.split(separator: newline) where line.first != comment {
      words.insert(String(decoding: line, as: UTF8.self))
    }
    return words
  }
}
