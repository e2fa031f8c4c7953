import Debates
import Formats
import Foundation
import Indexing
import Schema
import Searching
import Testing

/// One analyzer for what is indexed and for what is asked: every word of every fixture, typed back as people type,
/// finds its passage.
@Suite struct SymmetryTests {
  /// How a word is typed.
  private static let typings: [(name: String, type: @Sendable (String) -> String)] = [
    ("as written", { $0 }),
    ("without accents", { withoutAccents($0) }),
    ("in capitals", { $0.uppercased() }),
    ("in small letters", { $0.lowercased() }),
    ("in capitals without accents", { withoutAccents($0).uppercased() }),
    ("decomposed", { $0.decomposedStringWithCanonicalMapping }),
    ("with the typewriter's apostrophe", { replacingApostrophes($0, by: "'") }),
    ("with the curved apostrophe", { replacingApostrophes($0, by: "’") }),
    ("with the letter apostrophe", { replacingApostrophes($0, by: "ʼ") }),
  ]

  private static func withoutAccents(_ text: String) -> String {
    text.replacingOccurrences(of: "œ", with: "oe").replacingOccurrences(of: "Œ", with: "OE")
      .replacingOccurrences(of: "æ", with: "ae").folding(options: .diacriticInsensitive, locale: nil)
  }

  private static func replacingApostrophes(_ text: String, by apostrophe: Character) -> String {
    String(text.map { "'’ʼ‘".contains($0) ? apostrophe : $0 })
  }

  @Test func everyWordFindsItsPassage() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    let fixtures = root.appending(path: "Fixtures/Debates").path
    let folder = FileManager.default.temporaryDirectory.appending(path: "symmetry-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let receipt = try IndexRun(IndexOptions(sources: [fixtures], index: folder.path)).run()
    #expect(receipt.indexed > 0)
    let index = try SearchIndex(path: folder.path, audience: .members)

    var found: [String: Set<String>] = [:]
    var checked = 0
    var skipped = 0
    var passages = 0
    let source = try SourceReader(sources: [fixtures])
    while let item = source.next() {
      guard case .debate(let debate, _, _, _) = item else { continue }
      for passage in debate.passages() {
        passages += 1
        for word in Set(passage.text.split(whereSeparator: \.isWhitespace)) {
          guard index.parse(String(word)) != .everything else {
            skipped += 1
            continue
          }
          checked += 1
          for typing in Self.typings {
            let typed = typing.type(String(word))
            if found[typed] == nil { found[typed] = try ids(typed, in: index) }
            if found[typed]?.contains(passage.id) != true {
              Issue.record("\(typed) (\(word) \(typing.name)) does not find \(passage.id): \(index.parse(typed))")
            }
          }
        }
      }
    }
    print(
      "symmetry: \(checked) words of \(passages) passages checked, \(skipped) without tokens, \(found.count) queries")
    #expect(checked > 3000)
  }

  private func ids(_ query: String, in index: SearchIndex) throws -> Set<String> {
    var request = SearchRequest(query)
    request.rank = .passages
    request.limit = SearchRequest.maximumLimit
    request.snippets = false
    return Set(try index.passages(request).results.map(\.id))
  }
}
