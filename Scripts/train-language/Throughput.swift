import Analysis
import Foundation

/// Labels every text of a file of JSON lines, five times over, on one core, and says how fast the best pass was.
func measureThroughput(_ file: URL) throws {
  var texts: [[UInt16]] = []
  var bytes = 0
  try forEachText(jsonLines: file) { text in
    texts.append(Array(text.utf16))
    bytes += text.utf8.count
  }
  let identifier = LanguageIdentifier()
  var best = Duration.seconds(1_000_000)
  var french = 0
  var english = 0
  for _ in 0..<5 {
    french = 0
    english = 0
    let elapsed = ContinuousClock().measure {
      for text in texts {
        switch text.withUnsafeBufferPointer({ identifier.language(of: $0, hint: nil) }) {
        case .french: french += 1
        case .english: english += 1
        case nil: break
        }
      }
    }
    best = min(best, elapsed)
  }
  let seconds = Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
  print(
    "\(texts.count) texts, \(bytes) bytes of UTF-8: \(Int(Double(bytes) / seconds / 1e6)) MB/s;",
    "fr \(french), en \(english), unknown \(texts.count - french - english)")
}
