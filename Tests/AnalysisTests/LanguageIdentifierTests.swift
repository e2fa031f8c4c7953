import Analysis
import Foundation
import Testing

@Suite struct LanguageIdentifierTests {
  struct Row: CustomTestStringConvertible {
    let text: String
    let label: String
    var testDescription: String { text }
  }

  /// The rows of Fixtures/Analysis/languages.tsv.
  static let rows: [Row] = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    let file = root.appending(path: "Fixtures/Analysis/languages.tsv")
    guard let table = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return table.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { line in
      guard let tab = line.lastIndex(of: "\t") else { return nil }
      let text = line[..<tab].replacingOccurrences(of: "\\u{301}", with: "\u{301}")
      return Row(text: text, label: String(line[line.index(after: tab)...]))
    }
  }()

  @Test func fixtureIsThere() {
    #expect(Self.rows.count >= 60)
  }

  @Test(arguments: rows) func labels(_ row: Row) {
    let evidence = LanguageIdentifier().evidence(of: row.text)
    #expect((evidence.language?.rawValue ?? "unknown") == row.label, "\(row.text): \(evidence)")
  }

  @Test func hintDecidesCloseCallsOnly() {
    let identifier = LanguageIdentifier()
    for text in ["La séance est ouverte.", "The meeting is open.", "Wir brauchen mehr Wohnungen und Schulen."] {
      let label = identifier.language(of: text)
      #expect(identifier.language(of: text, hint: .french) == label)
      #expect(identifier.language(of: text, hint: .english) == label)
    }
    #expect(identifier.language(of: "service public", hint: .french) == .french)
    #expect(identifier.language(of: "service public", hint: .english) == .english)
    #expect(identifier.language(of: "(Applause)", hint: .english) == .english)
  }

  @Test func hintAloneIsNoEvidence() {
    let identifier = LanguageIdentifier()
    for text in ["", "2024", "👍", "@mention"] {
      #expect(identifier.language(of: text, hint: .french) == nil)
      #expect(identifier.language(of: text, hint: .english) == nil)
    }
  }

  @Test func evidenceAgreesWithTheLabel() {
    let identifier = LanguageIdentifier()
    for row in Self.rows {
      let evidence = identifier.evidence(of: row.text)
      #expect(evidence.language == identifier.language(of: row.text))
      if evidence.language == .french { #expect(evidence.frenchOverEnglish >= 0) }
      if evidence.language == .english { #expect(evidence.frenchOverEnglish < 0) }
      #expect((evidence.strongestOther == nil) == (evidence.grams == 0))
    }
  }

  @Test func namesTheStrongestOtherLanguage() {
    let evidence = LanguageIdentifier().evidence(of: "Los vecinos no quieren que se cierre la escuela del barrio.")
    #expect(evidence.strongestOther == "es")
    #expect(evidence.lead < 0)
  }

  @Test func readsTheBeginningOfALongText() {
    let identifier = LanguageIdentifier()
    let long = String(repeating: "The committee has the floor. ", count: 20)
    #expect(identifier.evidence(of: long).grams == 256)
    #expect(identifier.language(of: long + String(repeating: "La séance est ouverte. ", count: 2_000)) == .english)
    // 256 of the worst costs fit in 16 bits: no sum may wrap round.
    let strange = String(repeating: "xqzwkjvx", count: 10_000)
    #expect(identifier.evidence(of: strange).grams == 256)
    #expect(abs(identifier.evidence(of: strange).frenchOverEnglish) <= 256 * 255 * 0.04)
  }

  @Test func acceptsBrokenText() {
    let identifier = LanguageIdentifier()
    let units: [UInt16] = [0xD800, 0x41, 0xDC00, 0, 0xFFFF, 0x27, 0x2019, 0x301, 0x40, 0x3A, 0x2F, 0x2F]
    for length in 0...units.count {
      units.prefix(length).withUnsafeBufferPointer { _ = identifier.language(of: $0, hint: nil) }
    }
    #expect(identifier.language(of: UnsafeBufferPointer<UInt16>(start: nil, count: 0), hint: .french) == nil)
  }
}
