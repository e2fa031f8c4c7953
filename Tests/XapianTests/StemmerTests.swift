import Foundation
import Testing
import Xapian

@Suite struct StemmerTests {
  @Test(
    arguments: [
      (Stemmer.Language.french, "débats", "débat"), (.french, "débattre", "débattr"),
      (.french, "continuellement", "continuel"),
      (.french, "", ""), (.english, "debates", "debat"), (.english, "continually", "continu"), (.english, "sky", "sky"),
    ])
  func stems(language: Stemmer.Language, word: String, stem: String) throws {
    let stemmer = try Stemmer(language)
    #expect(try stemmer.stem(word) == stem)
    var bytes: [UInt8] = [1, 2, 3]
    try Array(word.utf8).withUnsafeBufferPointer { try stemmer.stem($0, into: &bytes) }
    #expect(bytes == Array(stem.utf8))
  }

  @Test(arguments: Stemmer.Language.allCases)
  func boundsItsInput(language: Stemmer.Language) throws {
    let stemmer = try Stemmer(language)
    #expect(Stemmer.maximumWordLength == 245)
    #expect(code { _ = try stemmer.stem(String(repeating: "s", count: 246)) } == .invalidArgument)
    #expect(throws: Never.self) { try stemmer.stem(String(repeating: "s", count: 245)) }
  }

  /// Bytes that are no UTF-8 have no stem worth the name, but must do no harm.
  @Test(arguments: Stemmer.Language.allCases)
  func survivesAnyBytes(language: Stemmer.Language) throws {
    let stemmer = try Stemmer(language)
    var generator = SystemRandomNumberGenerator()
    let pieces =
      ["é", "issement", "ation", "y", "\0", "eux"].map { Array($0.utf8) } + [[0xC3], [0xE2, 0x82], [0xFF], [0xF0]]
    var stem: [UInt8] = []
    for _ in 0..<20_000 {
      let word = (0..<Int.random(in: 0...12, using: &generator)).flatMap { _ in pieces.randomElement() ?? [] }
      try word.withUnsafeBufferPointer { try stemmer.stem($0, into: &stem) }
      #expect(stem.count <= word.count + 4)
    }
  }

  static let vocabularies = ProcessInfo.processInfo.environment["PALABRE_EVAL_SETS"].map {
    URL(filePath: $0).appending(path: "testsuites/snowball_xapian1.4.22")
  }

  /// Skipped, and reported as such, unless PALABRE_EVAL_SETS names the folder of the evaluation sets.
  @Test(.enabled(if: vocabularies != nil, "PALABRE_EVAL_SETS is not set"), arguments: Stemmer.Language.allCases)
  func agreesWithSnowball(language: Stemmer.Language) throws {
    let folder = try #require(Self.vocabularies).appending(component: language.rawValue)
    func lines(_ name: String) throws -> [Substring] {
      try String(contentsOf: folder.appending(component: name), encoding: .utf8).split(separator: "\n")
    }
    let (words, stems) = (try lines("voc.txt"), try lines("output.txt"))
    #expect(words.count == stems.count)
    #expect(words.count > 20_000)
    let stemmer = try Stemmer(language)
    var different: [String] = []
    for (word, stem) in zip(words, stems) {
      let ours = try stemmer.stem(String(word))
      if ours != stem { different.append("\(word): \(ours), not \(stem)") }
    }
    #expect(different.isEmpty, "\(different.count) of \(words.count): \(different.prefix(5))")
  }
}
