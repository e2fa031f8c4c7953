import Foundation
import Schema
import TestTools
import Testing
import Xapian

@testable import Indexing

/// Whatever is edited, in whatever order, a run leaves what a fresh build of the same files would.
@Suite(.timeLimit(.minutes(5))) struct EditSequenceTests {
  private struct Debate {
    var title: String
    var talk: [String]
    var comments: [(id: String, text: String)] = []
    var category = "Ville"
    var isForMembers = false

    func line(_ id: String) -> String {
      func quoted(_ text: String) -> String { "\"\(text)\"" }
      let talk = talk.enumerated().map {
        #"{"start":\#($0.offset * 5),"speaker":"Ada \#($0.offset % 3)","text":"\#($0.element)"}"#
      }
      let comments = comments.map { #"{"id":"\#($0.id)","author":{"name":"Léo"},"text":"\#($0.text)"}"# }
      return
        #"{"id":"\#(id)","title":"\#(title)","category":"\#(category)","visibility":"\#(isForMembers ? "members" : "public")","transcript":[\#(talk.joined(separator: ","))],"comments":[\#(comments.joined(separator: ","))]}"#
    }
  }

  /// Files of debates, and edits of them from a seed.
  private struct Town {
    var random: Seeded
    var files: [String: [String: Debate]] = ["a": [:], "b": [:], "c": [:]]
    var next = 0

    private static let words = [
      "le", "tramway", "the", "council", "débat", "budget", "quai", "lumière", "vote", "school", "marché", "pont",
    ]

    private mutating func text(_ count: Int) -> String {
      (0..<count).map { _ in random.pick(Town.words) + (random.below(30) == 0 ? "." : "") }.joined(separator: " ")
    }

    private mutating func debate() -> Debate {
      Debate(title: text(4), talk: (0..<random.below(6)).map { _ in text(random.below(200) + 1) })
    }

    mutating func edit() {
      let file = random.pick(files.keys.sorted())
      let ids = files[file].map { $0.keys.sorted() } ?? []
      guard let id = ids.isEmpty ? nil : random.pick(ids), var changed = files[file]?[id], random.below(4) > 0 else {
        next += 1
        let made = debate()
        files[file]?["d\(next)"] = made
        return
      }
      switch random.below(9) {
      case 0: changed.title = text(5)
      case 1: changed.talk.append(text(40))
      case 2: if !changed.talk.isEmpty { changed.talk[random.below(changed.talk.count)] = text(30) }
      case 3: if !changed.talk.isEmpty { changed.talk.remove(at: random.below(changed.talk.count)) }
      case 4: changed.comments.append(("c\(random.below(1000))", text(12)))
      case 5: changed.isForMembers.toggle()
      case 6: changed.category = text(1)
      case 7:
        files[file]?[id] = nil
        let other = random.pick(files.keys.sorted())
        files[other]?[id] = changed
        return
      default:
        files[file]?[id] = nil
        return
      }
      files[file]?[id] = changed
    }

    func write(to bench: Bench) throws {
      for (name, debates) in files {
        // A file without a record would be refused, and nothing pruned.
        let lines = debates.sorted { $0.key < $1.key }.map { $0.value.line($0.key) }
        try bench.write("in/\(name).ndjson", lines + [Debate(title: "Gate", talk: []).line("gate-\(name)")])
      }
    }
  }

  @Test(arguments: 1...6) func equalsAFreshBuild(seed: UInt64) throws {
    var town = Town(random: Seeded(seed: seed))
    let bench = try Bench()
    for _ in 0..<8 { town.edit() }
    for round in 0..<10 {
      for _ in 0..<(town.random.below(3) == 0 ? 0 : town.random.below(12)) { town.edit() }
      try town.write(to: bench)
      // In place, as a new generation, or as the run finds best; in one batch or many.
      bench.bytesBeforeSegments = [0, 2000, Int.max, nil][town.random.below(4)]
      bench.batchBytes = [1, 5000, 48 << 20][town.random.below(3)]
      bench.jobs = town.random.below(3) + 1
      #expect(try bench.run("in", prune: true).refused == 0)

      let fresh = try Bench()
      try town.write(to: fresh)
      try fresh.run("in", prune: true)
      for audience in Audience.allCases {
        let (left, wanted) = (try bench.dump(audience), try fresh.dump(audience))
        let difference = left.difference(from: wanted).prefix(3).map { "\($0)".prefix(600) }
        #expect(difference.isEmpty, "seed \(seed), round \(round), \(audience)")
        try expectSoundState(bench, audience)
      }
    }
  }

  /// Of every debate there are digests and the piece it came from, and of no other.
  private func expectSoundState(_ bench: Bench, _ audience: Audience) throws {
    guard FileManager.default.fileExists(atPath: try bench.path(of: audience)) else { return }
    let reader = try Reader(path: try bench.path(of: audience))
    let debates = try StoredDebate.all(in: reader)
    let pieces = debates.compactMap(\.piece).map(StateKey.piece)
    #expect(try reader.metadataKeys(prefix: StateKey.piece("")).sorted() == pieces.sorted())
    #expect(
      try reader.metadataKeys(prefix: StateKey.digests("")).sorted() == debates.map { StateKey.digests($0.id) }.sorted()
    )
    #expect(debates.reduce(0) { $0 + $1.passages } == Int(try reader.documentCount))
  }
}
