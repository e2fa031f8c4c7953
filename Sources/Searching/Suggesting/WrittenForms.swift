import Analysis
import Foundation
import Schema
import Xapian

/// How an index writes its folded words, with their accents and capitals: as most of a few passages that have them do.
struct WrittenForms {
  let analyzer: Analyzer

  /// How many passages are asked, spread over all that have the word.
  private static let passages = 8

  /// - Throws: `XapianError`, `DecodingError`.
  func form(of word: String, in reader: borrowing Reader) throws -> String? {
    let having = try reader.documents(withTerm: word)
    guard !having.isEmpty else { return nil }
    let step = max(1, having.count / WrittenForms.passages)
    let asked = stride(from: step / 2, to: having.count, by: step).prefix(WrittenForms.passages).map { having[$0] }
    let data = try reader.data(of: asked)
    var counts = Counts()
    for index in 0..<data.count {
      count(word, in: try StoredJSON.decode(PassageText.self, from: data[index]).text, &counts)
    }
    return counts.best
  }

  /// What is read of a stored passage.
  struct PassageText: Decodable {
    var text: String
  }

  /// How often each form was met.
  struct Counts {
    var inside: [String: Int] = [:]
    /// Where a sentence begins, and every word has a capital.
    var first: [String: Int] = [:]

    mutating func add(_ form: String, isFirst: Bool) {
      if isFirst { first[form, default: 0] += 1 } else { inside[form, default: 0] += 1 }
    }

    /// The most frequent spelling, with a capital where most have it that begin no sentence.
    var best: String? {
      var spellings: [String: Int] = [:]
      for (form, count) in inside { spellings[form.lowercased(), default: 0] += 2 * count }
      for (form, count) in first { spellings[form.lowercased(), default: 0] += count }
      guard let spelling = Counts.most(spellings) else { return nil }
      let capitals = inside.filter { $0.key.lowercased() == spelling && $0.key != spelling }
      let small = inside[spelling, default: 0]
      return capitals.values.reduce(0, +) > 2 * small ? Counts.most(capitals) : spelling
    }

    private static func most(_ counts: [String: Int]) -> String? {
      counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }

  private func count(_ word: String, in text: String, _ counts: inout Counts) {
    let tokens = analyzer.tokens(of: text)
    guard let wanted = analyzer.vocabulary.word(word) else { return }
    let units = Array(text.utf16)
    for token in tokens where token.word == wanted && token.form == .word {
      let form = String(decoding: units[token.start..<token.end], as: UTF16.self)
      counts.add(form, isFirst: WrittenForms.isFirst(token.start, units))
    }
  }

  /// Whether a sentence begins there.
  static func isFirst(_ place: Int, _ units: [UInt16]) -> Bool {
    var before = place - 1
    while before >= 0 {
      switch units[before] {
      case 0x20, 0xA0, 0x202F, 0x22, 0xAB, 0x201C, 0x28, 0x27, 0x2019, 0x2D, 0x2013, 0x2014: before -= 1
      case 0x2E, 0x21, 0x3F, 0x2026, 0x3A, 0x0A: return true
      default: return false
      }
    }
    return true
  }
}
