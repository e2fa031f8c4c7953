import Debates
import Foundation
import Testing

@testable import Formats

/// Figures on real records, which are no part of the project: PALABRE_EVAL_SETS names the folder that holds them.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["PALABRE_EVAL_SETS"] != nil, "PALABRE_EVAL_SETS is not set"))
struct ParliamentEvaluationTests {
  private struct Intervention: Decodable {
    let _id: String
    let title, text, speaker_name: String
    var sitting: String { String(_id.prefix { $0 != "#" }) }
  }

  private static func folder() throws -> String {
    try #require(ProcessInfo.processInfo.environment["PALABRE_EVAL_SETS"])
  }

  private static func folded(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The name in a gold label may go on with an office; it is cut short (`Marc `) where the source marks a word in it.
  private static func isName(_ name: String, of label: String) -> Bool {
    let gold = folded(String(label.prefix { $0 != "," }))
    return label.last == " " && !label.contains(",") ? name.hasPrefix(gold) : name == gold
  }

  private static func items(_ path: String) throws -> [SourceItem] {
    let reader = try SourceReader(sources: [path])
    var items: [SourceItem] = []
    while let item = reader.next() { items.append(item) }
    return items
  }

  @Test func interventionsOfThirteenSittings() throws {
    let set = try Self.folder() + "/mpt_ingest_fr"
    let lines = try String(contentsOfFile: set + "/gold.jsonl", encoding: .utf8).split(separator: "\n")
    let gold = try lines.map { try JSONDecoder().decode(Intervention.self, from: Data($0.utf8)) }
    var found = 0
    var missed: [String] = []
    let sittings = Dictionary(grouping: gold, by: \.sitting)
    #expect(sittings.count == 13)
    for (name, interventions) in sittings {
      let debates = try Self.items("\(set)/tei/\(name).xml").compactMap(\.debate)
      let debate = try #require(debates.first)
      #expect(debates.count == 1)
      #expect(debate.id == name)
      // The gold title is cut short at the first `<sup>`, too.
      #expect(debate.title.hasPrefix(interventions[0].title))
      #expect(debate.date?.text.hasPrefix("2013-") == true)
      let speeches = debate.transcript.compactMap { utterance in
        utterance.speaker.map { (name: Self.folded($0.name), text: Self.folded(utterance.text)) }
      }
      var next = 0
      for intervention in interventions {
        let text = Self.folded(intervention.text)
        let window = speeches[next..<min(next + 8, speeches.count)]
        if let place = window.firstIndex(where: { $0.text.contains(text) }),
          Self.isName(speeches[place].name, of: intervention.speaker_name)
        {
          found += 1
          next = place + 1
        } else {
          missed.append("\(intervention._id) \(intervention.speaker_name): \(intervention.text.prefix(80))")
        }
      }
    }
    let share = Double(found) / Double(gold.count)
    print("mpt_ingest_fr/tei: \(found) of \(gold.count) interventions with their speaker, \(share)")
    for line in missed.prefix(20) { print("  missed", line) }
    #expect(share >= 0.97)
  }
}
