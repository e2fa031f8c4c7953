import Analysis
import Foundation
import Testing

/// The identifier measured on the evaluation sets `lid_short` and `lid_mixed`.
///
/// Runs when PALABRE_EVAL_SETS names their folder; skipped otherwise, since the sets are not part of the repository.
@Suite(.enabled(if: evaluationSets != nil, "PALABRE_EVAL_SETS is not set"))
struct LanguageEvaluationTests {
  private struct Item: Decodable {
    let text: String
    let lang: String
    let kind: String
  }
  private struct MixedDebate: Decodable {
    struct Line: Decodable {
      let text: String
      let lang: String
    }
    let lines: [Line]
  }

  /// The least share of French and English items labelled with their language; unknown counts as wrong.
  private static let floors = [
    "sentence": 0.995, "comment": 0.995, "title": 0.98, "wordpair": 0.972, "word": 0.865, "mixed": 0.995,
  ]
  /// The least share of items in other languages labelled as unknown.
  private static let unknownFloors = ["sentence": 0.99, "comment": 0.99, "wordpair": 0.9, "word": 0.65]
  /// The same floors for French and English typed without accents, in capitals.
  private static let plainFloors = [
    "sentence": 0.995, "comment": 0.99, "title": 0.977, "wordpair": 0.965, "word": 0.835, "mixed": 0.995,
  ]

  private struct Rate: CustomStringConvertible {
    var right = 0
    var unknown = 0
    var count = 0
    var share: Double { Double(right) / Double(max(count, 1)) }
    mutating func take(_ found: Language?, wanted: String) {
      count += 1
      let wanted = Language(rawValue: wanted)
      if found == wanted { right += 1 }
      if found == nil { unknown += 1 }
    }
    var description: String {
      String(format: "%.4f right, %.4f unknown of %d", share, Double(unknown) / Double(max(count, 1)), count)
    }
  }

  private static func items() throws -> [Item] {
    let folder = try #require(evaluationSets)
    func lines(_ file: String) throws -> [Data.SubSequence] {
      try Data(contentsOf: folder.appending(path: file)).split(separator: 0x0A)
    }
    let short = try lines("lid_short/items.jsonl").map { try JSONDecoder().decode(Item.self, from: $0) }
    let mixed = try lines("lid_mixed/items.jsonl").flatMap {
      try JSONDecoder().decode(MixedDebate.self, from: $0).lines.map {
        Item(text: $0.text, lang: $0.lang, kind: "mixed")
      }
    }
    return short + mixed
  }

  private func measure(_ items: [Item], title: String) -> (own: [String: Rate], others: [String: Rate]) {
    let identifier = LanguageIdentifier()
    var own: [String: Rate] = [:]
    var others: [String: Rate] = [:]
    var byLanguage: [String: Rate] = [:]
    for item in items {
      let found = identifier.language(of: item.text)
      byLanguage["\(item.kind) \(item.lang)", default: Rate()].take(found, wanted: item.lang)
      if Language(rawValue: item.lang) != nil {
        own[item.kind, default: Rate()].take(found, wanted: item.lang)
      } else {
        others[item.kind, default: Rate()].take(found, wanted: item.lang)
      }
    }
    print("language, \(title)")
    for (kind, rate) in own.sorted(by: { $0.key < $1.key }) { print("  \(kind) fr+en: \(rate)") }
    for (kind, rate) in others.sorted(by: { $0.key < $1.key }) { print("  \(kind) others: \(rate)") }
    for (kind, rate) in byLanguage.sorted(by: { $0.key < $1.key }) { print("    \(kind): \(rate)") }
    return (own, others)
  }

  @Test func labelsAsWritten() throws {
    let measured = measure(try Self.items(), title: "as written")
    for (kind, floor) in Self.floors { #expect(measured.own[kind, default: Rate()].share >= floor, "\(kind)") }
    for (kind, floor) in Self.unknownFloors {
      #expect(measured.others[kind, default: Rate()].share >= floor, "\(kind)")
    }
  }

  @Test func labelsCapitalsWithoutAccents() throws {
    let plain = try Self.items().filter { Language(rawValue: $0.lang) != nil }.map { item in
      let text = item.text.folding(options: .diacriticInsensitive, locale: nil).uppercased()
      return Item(text: text, lang: item.lang, kind: item.kind)
    }
    let measured = measure(plain, title: "in capitals, without accents")
    for (kind, floor) in Self.plainFloors { #expect(measured.own[kind, default: Rate()].share >= floor, "\(kind)") }
  }
}

/// The folder of the evaluation sets, when there is one.
private let evaluationSets = ProcessInfo.processInfo.environment["PALABRE_EVAL_SETS"].map(URL.init(fileURLWithPath:))
