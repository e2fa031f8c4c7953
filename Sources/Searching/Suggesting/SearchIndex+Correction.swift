import Analysis
import Foundation
import Schema
import Xapian

extension SearchIndex {
  /// The query as it was probably meant, where words of it are not in the index and nearly like others that are; nil
  /// when there is nothing to correct. What is no word (operators, fields, quotation marks) stays as typed.
  ///
  /// What has the stem of a word of the index finds it as it is, and is left alone.
  /// - Throws: `IndexError`.
  public func correction(of query: String) throws -> Correction? {
    try inOneRevision { try correctionHere(of: query) }
  }

  /// The same, in the revision that an answer is made from.
  func correctionHere(of query: String) throws -> Correction? {
    guard query.utf8.count <= SearchIndex.longestCorrected else { return nil }
    let typed = TypedWords(query, analyzer).words
    guard
      try typed.contains(where: { try isDoubtful($0) })
        || typed.indices.contains(where: { try Choosing.areGlued(at: $0, typed, self) })
    else { return nil }
    let changes = try changes(try Choosing(typed, spelling(), self).chosen(), typed)
    return changes.isEmpty ? nil : Correction(of: query, changes)
  }

  /// Whether a word may be misspelt: the index does not say it, or so rarely that it may be a slip there too. No
  /// dictionary is read for a query whose words are all known.
  func isDoubtful(_ word: TypedWords.Word) throws -> Bool {
    if word.isStopWord || word.isAcronym || word.surface.utf8.count < Spelling.shortest { return false }
    if word.isName { return try spelling().names.byWord[word.surface] == nil }
    let passages = try reader.handle.documentCount
    if try frequency(ofTerm: word.surface) > passages / Spelling.overwhelming { return false }
    if try frequency(ofStemsOf: word) > passages / Spelling.rareStem { return false }
    return try spelling().names.byWord[word.surface] == nil
  }

  /// In how many passages other forms of a word are.
  func frequency(ofStemsOf word: TypedWords.Word) throws -> UInt32 {
    var most: UInt32 = 0
    for (prefix, stem) in zip([TermPrefix.frenchStem, .englishStem], word.stems) {
      most = max(most, try frequency(ofTerm: prefix.rawValue + stem))
      if stem != word.surface { most = max(most, try frequency(ofTerm: stem)) }
    }
    return most
  }

  /// Whether a passage has both words.
  func areTogether(_ one: String, _ other: String) throws -> Bool {
    try occurs(.and([.term(one), .term(other)]))
  }

  /// Whether one word follows the other in a passage.
  func follow(_ one: String, _ other: String) throws -> Bool {
    try occurs(.phrase([Array(one.utf8), Array(other.utf8)], window: 2))
  }

  /// Without weights, the search ends at the first passage.
  private func occurs(_ query: Query) throws -> Bool {
    try !reader.handle.search(.scaled(query, by: 0), SearchOptions(limit: 1)).documents.isEmpty
  }

  /// A word that was typed with a capital is somebody's or something's name, and is not written without.
  private func isNameMissed(_ choice: Choosing.Choice, _ written: String, _ typed: TypedWords.Word) -> Bool {
    choice.name == nil && typed.hasCapital && written.first?.isUppercase != true
  }

  private func changes(_ chosen: [Choosing.Choice], _ typed: [TypedWords.Word]) throws -> [Correction.Change] {
    let spelling = try spelling()
    return try Choosing.named(chosen, typed, spelling.names).compactMap { choice in
      let range =
        typed[choice.places.lowerBound].range.lowerBound..<typed[choice.places.upperBound - 1].range.upperBound
      let forms = WrittenForms(analyzer: analyzer)
      let words = try choice.words.map { word in
        try forms.form(of: word, in: reader.handle) ?? spelling.names.form(of: word) ?? word
      }
      let first = typed[choice.places.lowerBound]
      if isNameMissed(choice, words[0], first) { return nil }
      let written = choice.name ?? SearchIndex.cased(words.joined(separator: " "), as: first.typed)
      let before = choice.places.map { typed[$0].typed }.joined(separator: " ")
      return Correction.Change(typed: before, written: written, range: range)
    }
  }

  /// A word with the capitals that were typed.
  private static func cased(_ word: String, as typed: String) -> String {
    guard typed.first?.isUppercase == true else { return word }
    if typed.count > 1, typed == typed.uppercased() { return word.uppercased() }
    return word.prefix(1).uppercased() + word.dropFirst()
  }

  /// Bytes of a query that is looked at: what is longer was pasted, not typed.
  private static let longestCorrected = 512
}
