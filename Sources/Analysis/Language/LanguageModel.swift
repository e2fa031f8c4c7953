internal import CLanguageModel

/// The built-in table, ready to be asked.
///
/// The pointers lead into constant data of the program, which nobody writes and which lives as long as the program.
struct LanguageModel: @unchecked Sendable {
  static let builtIn = LanguageModel()

  let natsPerUnit: Double
  /// ISO 639-1 codes in the order of the costs; the first two are French and English.
  let languages: [String]
  let alphabet: UnsafePointer<UInt8>
  private let displacements: UnsafePointer<UInt16>
  private let slots: UnsafeRawPointer
  private let bucketCount: UInt32
  private let slotCount: UInt32

  private init() {
    let start = UnsafeRawPointer(language_model_data())
    slotCount = start.load(fromByteOffset: 8, as: UInt32.self)
    bucketCount = start.load(fromByteOffset: 12, as: UInt32.self)
    natsPerUnit = Double(start.load(fromByteOffset: 16, as: Float.self))
    languages = (0..<LanguageTable.languages).compactMap { index in
      let code = (0..<2).map { start.load(fromByteOffset: 32 + 2 * index + $0, as: UInt8.self) }
      return code[0] == 0 ? nil : String(decoding: code, as: UTF8.self)
    }
    let offset = LanguageTable.slotsOffset(buckets: Int(bucketCount))
    precondition(
      (0..<8).allSatisfy { start.load(fromByteOffset: $0, as: UInt8.self) == LanguageTable.magic[$0] }
        && languages.prefix(2) == ["fr", "en"]
        && language_model_size() == offset + Int(slotCount) * LanguageTable.slotSize,
      "the built-in language table is damaged")
    displacements = (start + LanguageTable.headerSize).assumingMemoryBound(to: UInt16.self)
    slots = start + offset

    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: LanguageAlphabet.tableSize)
    copy.initialize(from: LanguageAlphabet.table, count: LanguageAlphabet.tableSize)
    alphabet = UnsafePointer(copy)
  }

  /// The costs of the longest n-gram of the table that ends `gram`: one byte a language, low byte first.
  @inline(__always)
  func costs(of gram: UInt32) -> SIMD8<UInt16>? {
    if gram > 0x3_FFFF, let found = probe(gram) { return found }
    if gram > 0xFFF, let found = probe(gram & 0x3_FFFF) { return found }
    return probe(gram & 0xFFF) ?? probe(gram & 0x3F)
  }

  @inline(__always)
  private func probe(_ key: UInt32) -> SIMD8<UInt16>? {
    let displacement = displacements[LanguageTable.bucket(of: key, buckets: bucketCount)]
    let slot = slots + LanguageTable.slot(of: key, displacement: displacement, slots: slotCount) &* 16
    guard slot.load(fromByteOffset: 12, as: UInt32.self) == key else { return nil }
    return slot.load(as: SIMD8<UInt16>.self)
  }
}
