import CICU
import CLanguageModel
import Stopwords
import Xapian

/// What an index's terms depend on. Two programs with the same fingerprint make the same terms of the same text.
public enum AnalysisFingerprint {
  /// Raised with every change of a rule of analysis.
  static let rules = 1

  /// Such as `rules 1, icu 72.1, xapian 1.4.22, tables 5d1c92e0`. Xapian stands in it for its Snowball stemmers.
  public static func current() throws(AnalysisError) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for list in Stopwords.List.allCases {
      for word in Stopwords.words(list).sorted() {
        for byte in word.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ 0x100) &* 0x100_0000_01B3
      }
    }
    for byte in UnsafeBufferPointer(start: language_model_data(), count: language_model_size()) {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let tables = String(hash, radix: 16)
    return "rules \(rules), icu \(String(cString: cicu_version())), xapian \(XapianVersion.current), tables \(tables)"
  }
}
