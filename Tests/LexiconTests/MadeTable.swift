import Lexicon

/// A table of two French stems and one English, packed as LexiconTable describes it.
enum MadeTable {
  static let bytes: [UInt8] =
    Array("LEXICON1".utf8) + numbers(2, 1, 1000, 500, 4, 11)
    + entry(text: 0, link: 0, passages: 10, length: 4, translations: 1, neighbours: 1)
    + entry(text: 4, link: 2, passages: 1000, length: 4, translations: 1, neighbours: 0)
    + entry(text: 8, link: 3, passages: 5, length: 3, translations: 1, neighbours: 0)
    + link(0, 65_535) + link(1, 39_321) + link(0, 13_107) + link(0, 65_535) + text

  private static let text = Array("impo".utf8) + Array("taxe".utf8) + Array("tax".utf8)

  /// What `read` makes of a table over `bytes`.
  static func reading<Result>(_ bytes: [UInt8] = bytes, _ read: (LexiconTable) -> Result) -> Result {
    bytes.withUnsafeBytes { read(LexiconTable($0)) }
  }

  private static func entry(
    text: UInt32, link: UInt32, passages: UInt32, length: UInt8, translations: UInt8, neighbours: UInt8
  ) -> [UInt8] {
    numbers(text, link, passages) + [length, translations, neighbours, 0]
  }

  private static func link(_ place: UInt16, _ weight: UInt16) -> [UInt8] {
    [place, weight].flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static func numbers(_ values: UInt32...) -> [UInt8] {
    values.flatMap { value in (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }
  }
}
