/// A set of words of at most eight ASCII letters, each packed into an integer: looking up a stretch of text allocates
/// nothing.
struct ShortWords: Sendable {
  private let packed: Set<UInt64>
  private let longest: Int

  /// - Parameter words: lower-case ASCII words, separated by spaces.
  init(_ words: String) {
    let words = words.utf8.split(separator: 0x20)
    packed = Set(words.map { $0.reduce(0) { $0 << 8 | UInt64($1) } })
    longest = words.map(\.count).max() ?? 0
  }

  /// Is a stretch of text one of the words, whatever its case and accents?
  func contains(_ text: UnsafeBufferPointer<UInt16>, _ start: Int, _ end: Int) -> Bool {
    // A letter may carry a combining mark or two.
    guard end > start, end - start <= 3 * longest else { return false }
    var word: UInt64 = 0
    var count = 0
    for i in start..<end {
      let letter: UInt64
      switch text[i] {
      case 0x41...0x5A: letter = UInt64(text[i]) + 0x20
      case 0x61...0x7A: letter = UInt64(text[i])
      case 0xC0, 0xC2, 0xE0, 0xE2: letter = 0x61
      case 0xC8...0xCB, 0xE8...0xEB: letter = 0x65
      case 0xCE, 0xCF, 0xEE, 0xEF: letter = 0x69
      case let unit where isCombining(unit): continue
      default: return false
      }
      count += 1
      guard count <= longest else { return false }
      word = word << 8 | letter
    }
    return packed.contains(word)
  }
}
