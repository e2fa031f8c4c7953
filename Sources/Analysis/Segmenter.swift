import CICU

/// Word and sentence boundaries by the root rules of UAX #29, as ICU implements them.
///
/// One ICU iterator each, reused for every text: a segmenter belongs to one thread.
final class Segmenter {
  private let words: OpaquePointer
  private let sentences: OpaquePointer
  private var ends: [Int32] = []
  private var statuses: [Int32] = []

  /// - Throws: `AnalysisError.missingData` when ICU cannot open its break rules.
  init() throws(AnalysisError) {
    guard let words = cicu_open_words() else { throw .missingData("the word break rules of ICU") }
    guard let sentences = cicu_open_sentences() else {
      cicu_close(words)
      throw .missingData("the sentence break rules of ICU")
    }
    self.words = words
    self.sentences = sentences
  }

  deinit {
    cicu_close(words)
    cicu_close(sentences)
  }

  /// What a word segment is made of, by ICU's rule status.
  enum Kind: UInt8 {
    /// Spaces, punctuation, symbols.
    case other
    case number
    /// Letters of an alphabet or syllabary.
    case letters
    /// Kana and ideographs.
    case ideographs
  }

  /// A stretch of text between two word boundaries, in UTF-16 code units.
  struct Segment {
    var start: Int
    var end: Int
    var kind: Kind
  }

  /// Replaces the content of `segments` by those of the text. The text is covered without gaps.
  func segment(_ text: UnsafeBufferPointer<UInt16>, into segments: inout [Segment]) {
    segments.removeAll(keepingCapacity: true)
    let count = boundaries(of: words, in: text)
    segments.reserveCapacity(count)
    var start = 0
    for i in 0..<count {
      let end = Int(ends[i])
      let kind: Kind
      switch statuses[i] {
      case 100..<200: kind = .number
      case 200..<300: kind = .letters
      case 300..<500: kind = .ideographs
      default: kind = .other
      }
      segments.append(Segment(start: start, end: end, kind: kind))
      start = end
    }
  }

  /// The ends of the sentences of the text, in UTF-16 code units, ascending.
  func sentenceEnds(_ text: UnsafeBufferPointer<UInt16>, into result: inout [Int]) {
    result.removeAll(keepingCapacity: true)
    let count = boundaries(of: sentences, in: text)
    for i in 0..<count { result.append(Int(ends[i])) }
  }

  private func boundaries(of breaker: OpaquePointer, in text: UnsafeBufferPointer<UInt16>) -> Int {
    guard let base = text.baseAddress, !text.isEmpty else { return 0 }
    if ends.count < text.count {
      ends = [Int32](repeating: 0, count: text.count)
      statuses = ends
    }
    let count = ends.withUnsafeMutableBufferPointer { ends in
      statuses.withUnsafeMutableBufferPointer { statuses in
        cicu_boundaries(breaker, base, Int32(text.count), ends.baseAddress, statuses.baseAddress)
      }
    }
    return max(0, Int(count))
  }
}
