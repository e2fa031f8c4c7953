import Foundation
import Stopwords
import Testing

@testable import Analysis

/// Folding, held to what `Folder` promises for every character.
@Suite struct FolderTests {
  private let folder = Folder()

  private func fold(_ text: String, keeping: Folder.Keeping = .letters, limit: Int = 1000) -> String {
    var bytes: [UInt8] = []
    let units = Array(text.utf16)
    units.withUnsafeBufferPointer {
      folder.fold($0, 0..<units.count, keeping: keeping, limit: limit, into: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let characters = (UInt32(0x20)...0x2FFFF).compactMap(Unicode.Scalar.init).filter {
    $0.properties.generalCategory != .unassigned && $0.properties.generalCategory != .privateUse
  }

  @Test func foldingTwiceChangesNothing() {
    for character in Self.characters {
      let once = fold(String(character))
      if fold(once) != once { Issue.record("U+\(String(character.value, radix: 16)): \(once), then \(fold(once))") }
    }
  }

  @Test func formsOfNormalizationFoldAlike() {
    for character in Self.characters {
      let text = "a\(character)b"
      let composed = fold(text.precomposedStringWithCanonicalMapping)
      let decomposed = fold(text.decomposedStringWithCanonicalMapping)
      if composed != decomposed {
        Issue.record("U+\(String(character.value, radix: 16)): \(composed) and \(decomposed)")
      }
    }
  }

  @Test(arguments: [
    ("àâäéèêëîïôöùûüÿçœæñ", "aaaeeeeiioouuuycoeaen"), ("Œdipe", "oedipe"), ("Æther", "aether"), ("STRAẞE", "strasse"),
    ("Łódź", "lodz"), ("l’été", "lete"), ("porte-parole", "porteparole"), ("col·lecció", "colleccio"),
  ])
  func lettersFoldAsTheyAreTypedWithoutAccents(_ text: String, _ folded: String) {
    #expect(fold(text) == folded)
    #expect(fold(text.uppercased()) == folded)
    #expect(fold(text.lowercased()) == folded)
    #expect(fold(text.decomposedStringWithCanonicalMapping) == folded)
  }

  @Test(arguments: [
    (Folder.Keeping.letters, "abc1"), (.dots, "a-b.c.1"), (.decimal, "abc.1"), (.address, "a-b@c.1"),
    (.sigil, "abc1"), (.everything, "a-b@c.1"),
  ])
  func keepsWhatItIsAskedTo(_ keeping: Folder.Keeping, _ folded: String) {
    let text = keeping == .dots || keeping == .decimal ? "A-b,c.1" : "A-b@c.1"
    #expect(fold(text, keeping: keeping) == folded)
  }

  @Test(arguments: [64, 65, 66, 67])
  func cutsOnACharacter(_ limit: Int) {
    for letter in ["x", "é", "я", "日", "𝓓", "𐐀", "œ", "नी"] {
      let folded = fold(String(repeating: letter, count: 300), limit: limit)
      #expect(folded.utf8.count <= limit)
      #expect(folded.utf8.count > limit - 4)
      #expect(!folded.unicodeScalars.contains("\u{FFFD}"), "\(letter) is cut in two at \(limit)")
    }
  }

  @Test(arguments: Stopwords.List.allCases)
  func stopWordsAreFolded(_ list: Stopwords.List) {
    for word in Stopwords.words(list) { #expect(fold(word) == word) }
  }

  @Test(arguments: ["french", "english"])
  func stopWordsAreListedOnce(_ name: String) throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    let lines = try String(contentsOf: root.appending(path: "Stopwords/\(name).txt"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines.count > 100)
    #expect(lines.count == Set(lines).count)
  }
}
