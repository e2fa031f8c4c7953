import Foundation
import TestTools

/// Debates made of words of the project's own lists, and what becomes of them from run to run.
public struct Corpus: Sendable {
  /// A debate of every version that searches ask for.
  static let canary = (id: "canary", word: "sentinelle")

  private var random: Seeded
  private let words: [String]
  private var debates: [(id: String, isForMembers: Bool, revision: Int)]
  private var lines: [String: String] = [:]
  private let bytesPerDebate: Int
  private var nextId: Int

  /// - Parameters:
  ///   - bytes: of text in all, about.
  ///   - repository: the folder that has `Stopwords`.
  public init(seed: UInt64, bytes: Int, repository: String) throws {
    random = Seeded(seed: seed)
    words = try Corpus.vocabulary(repository)
    bytesPerDebate = min(8000, max(500, bytes / 20))
    nextId = max(2, bytes / bytesPerDebate)
    debates = (0..<nextId).map { ("d\($0)", $0 % 10 == 3, 0) }
    for debate in debates { lines[debate.id] = record(debate.id, debate.isForMembers, debate.revision) }
  }

  /// The debates as they are now, one record a line.
  public var ndjson: String {
    let canary = #"{"id":"\#(Corpus.canary.id)","title":"\#(Corpus.canary.word)"}"#
    return ([canary] + debates.compactMap { lines[$0.id] }).map { $0 + "\n" }.joined()
  }

  /// Changes a share of the debates, removes and adds a fifth as many, and lets some change their audience.
  public mutating func edit(share: Double) {
    debates = debates.compactMap { debate in
      if random.happens(share / 5) { return nil }
      guard random.happens(share) else { return debate }
      let isForMembers = debate.isForMembers != random.happens(0.1)
      let changed = (debate.id, isForMembers, debate.revision + 1)
      lines[debate.id] = record(changed.0, changed.1, changed.2)
      return changed
    }
    for _ in 0..<max(1, Int(Double(debates.count) * share / 5)) {
      lines["d\(nextId)"] = record("d\(nextId)", false, 0)
      debates.append(("d\(nextId)", false, 0))
      nextId += 1
    }
  }

  private mutating func record(_ id: String, _ isForMembers: Bool, _ revision: Int) -> String {
    let visibility = isForMembers ? #","visibility":"members""# : ""
    // Few distinct words to a debate: analysis and postings of it cost less, and the bytes count all the same.
    let own = (0..<40).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }
    func text(_ bytes: Int) -> String {
      var text = ""
      while text.utf8.count < bytes { text += own[Int.random(in: 0..<own.count, using: &random)] + " " }
      return text + "."
    }
    let talk = (0..<4).map { #"{"speaker":"Ada \#($0)","text":"\#(text(bytesPerDebate / 5))"}"# }
    return #"{"id":"\#(id)","title":"\#(own[0]) \#(own[1]) \#(revision)","date":"2011-02-03"\#(visibility),"#
      + #""transcript":[\#(talk.joined(separator: ","))],"#
      + #""comments":[{"author":{"name":"Bob"},"text":"\#(text(bytesPerDebate / 5))"}]}"#
  }

  /// The words of the lists, and pairs of them glued, which are rarer.
  private static func vocabulary(_ repository: String) throws -> [String] {
    var words: [String] = []
    for list in ["french", "english"] {
      let text = try String(contentsOfFile: "\(repository)/Stopwords/\(list).txt", encoding: .utf8)
      words += text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }
    let heads = words.filter { $0.utf8.count > 3 }
    return words + heads.flatMap { head in heads.prefix(40).map { head + $0 } }
  }
}
