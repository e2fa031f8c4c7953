/// The tables of the lexicon, read where they lie: nothing is parsed at start, a stem is found by binary search.
///
/// All numbers are little-endian.
/// ```
/// header   32 bytes: "LEXICON1", then UInt32 each: French stems, English stems, French passages, English passages,
///          links, bytes of text
/// entries  16 bytes each, the French ones and then the English ones, in the order of the UTF-8 bytes of their stems:
///          offset in the text UInt32, first link UInt32, passages that the stem occurs in UInt32, bytes of the stem
///          UInt8, translations UInt8, neighbours UInt8, 1 reserved
/// links    4 bytes each: place of the stem among those of its language UInt16, weight UInt16 in 65,535ths;
///          of each entry the translations and then the neighbours, best first
/// text     the stems in UTF-8, without separators
/// ```
/// Every offset is checked before it is followed: damaged bytes give wrong answers or none, and never a crash.
// Unchecked since a pointer is not Sendable: the bytes are only read, and the one who makes a table keeps them.
package struct LexiconTable: @unchecked Sendable {
  private static let magic = Array("LEXICON1".utf8)
  private static let headerSize = 32
  private static let entrySize = 16
  private static let linkSize = 4
  private static let wholeWeight = 65_535.0

  private let bytes: UnsafeRawBufferPointer
  private let french: Stems
  private let english: Stems
  private let links: Range<Int>
  private let text: Range<Int>

  /// Where the entries of a language lie, and of how many passages they count.
  private struct Stems {
    var start = 0
    var count = 0
    var passages = 0
  }

  private struct Entry {
    var stem: Range<Int>
    var translations: Range<Int>
    var neighbours: Range<Int>
    var passages: Int
  }

  /// A table over `bytes`, which must outlive it and must not change. Bytes of another size or kind than their header
  /// says give an empty table.
  package init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    var numbers = [Int](repeating: 0, count: 6)
    if bytes.count >= Self.headerSize, bytes.prefix(Self.magic.count).elementsEqual(Self.magic) {
      numbers = (0..<6).map { Self.load(UInt32.self, at: Self.magic.count + 4 * $0, of: bytes) }
      let entries = numbers[0] + numbers[1]
      let size = Self.headerSize + entries * Self.entrySize + numbers[4] * Self.linkSize + numbers[5]
      if size != bytes.count { numbers = [Int](repeating: 0, count: 6) }
    }
    french = Stems(start: Self.headerSize, count: numbers[0], passages: numbers[2])
    english = Stems(
      start: Self.headerSize + numbers[0] * Self.entrySize, count: numbers[1], passages: numbers[3])
    let linksStart = english.start + english.count * Self.entrySize
    links = linksStart..<linksStart + numbers[4] * Self.linkSize
    text = links.upperBound..<links.upperBound + numbers[5]
  }

  /// As ``Lexicon/translations(of:from:)``.
  package func translations(of stem: String, from side: Lexicon.Side) -> [Lexicon.Weighted] {
    guard let entry = entry(of: stem, in: stems(of: side)) else { return [] }
    return weighted(entry.translations, in: stems(of: side.other))
  }

  /// As ``Lexicon/neighbours(of:in:)``.
  package func neighbours(of stem: String, in side: Lexicon.Side) -> [Lexicon.Weighted] {
    guard let entry = entry(of: stem, in: stems(of: side)) else { return [] }
    return weighted(entry.neighbours, in: stems(of: side))
  }

  /// As ``Lexicon/share(of:in:)``.
  package func share(of stem: String, in side: Lexicon.Side) -> Double {
    let stems = stems(of: side)
    let passages = entry(of: stem, in: stems).map { Double($0.passages) } ?? 0
    return min(1, max(0.5, passages) / Double(max(1, stems.passages)))
  }

  /// Every stem of a language, in the order of the table.
  package func stems(in side: Lexicon.Side) -> [String] {
    let stems = stems(of: side)
    return (0..<stems.count).map { name(at: entry($0, of: stems).stem) }
  }

  private func stems(of side: Lexicon.Side) -> Stems { side == .french ? french : english }

  private func entry(of stem: String, in stems: Stems) -> Entry? {
    var stem = stem
    return stem.withUTF8 { wanted in
      var places = 0..<stems.count
      while !places.isEmpty {
        let middle = places.lowerBound + places.count / 2
        let entry = entry(middle, of: stems)
        let found = UnsafeRawBufferPointer(rebasing: bytes[entry.stem])
        if found.elementsEqual(wanted) { return entry }
        places =
          found.lexicographicallyPrecedes(wanted) ? middle + 1..<places.upperBound : places.lowerBound..<middle
      }
      return nil
    }
  }

  /// The entry at a place below `stems.count`, its ranges cut to what there is.
  private func entry(_ place: Int, of stems: Stems) -> Entry {
    let start = stems.start + place * Self.entrySize
    func number<Number: FixedWidthInteger>(_ type: Number.Type, _ offset: Int) -> Int {
      Self.load(type, at: start + offset, of: bytes)
    }
    let name = text.lowerBound + number(UInt32.self, 0)
    let first = links.lowerBound + number(UInt32.self, 4) * Self.linkSize
    let middle = first + number(UInt8.self, 13) * Self.linkSize
    let last = middle + number(UInt8.self, 14) * Self.linkSize
    return Entry(
      stem: (name..<name + number(UInt8.self, 12)).clamped(to: text),
      translations: (first..<middle).clamped(to: links), neighbours: (middle..<last).clamped(to: links),
      passages: number(UInt32.self, 8))
  }

  /// The stems that `range` of the links names.
  private func weighted(_ range: Range<Int>, in stems: Stems) -> [Lexicon.Weighted] {
    stride(from: range.lowerBound, to: range.upperBound, by: Self.linkSize).compactMap { link in
      let place = Self.load(UInt16.self, at: link, of: bytes)
      guard place < stems.count else { return nil }
      let weight = Double(Self.load(UInt16.self, at: link + 2, of: bytes)) / Self.wholeWeight
      return Lexicon.Weighted(stem: name(at: entry(place, of: stems).stem), weight: weight)
    }
  }

  private func name(at range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The number at an offset that is known to lie within the bytes.
  private static func load<Number: FixedWidthInteger>(
    _ type: Number.Type, at offset: Int, of bytes: UnsafeRawBufferPointer
  ) -> Int {
    Int(Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type)))
  }
}
