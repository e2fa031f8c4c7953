import Debates
import Foundation
import Testing

@testable import Formats

/// Figures on real records, which are no part of the project: PALABRE_EVAL_SETS names the folder that holds them.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["PALABRE_EVAL_SETS"] != nil, "PALABRE_EVAL_SETS is not set"))
struct ParliamentEvaluationTests {
  private struct Intervention: Decodable {
    let id, title, text, speaker: String
    var sitting: String { String(id.prefix { $0 != "#" }) }

    enum CodingKeys: String, CodingKey {
      case id = "_id"
      case title, text
      case speaker = "speaker_name"
    }
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
          Self.isName(speeches[place].name, of: intervention.speaker)
        {
          found += 1
          next = place + 1
        } else {
          missed.append("\(intervention.id) \(intervention.speaker): \(intervention.text.prefix(80))")
        }
      }
    }
    let share = Double(found) / Double(gold.count)
    print("mpt_ingest_fr/tei: \(found) of \(gold.count) interventions with their speaker, \(share)")
    for line in missed.prefix(20) { print("  missed", line) }
    #expect(share >= 0.97)
  }

  /// What a file of the examples holds: how many speeches, by how many; nil when it is refused or not read.
  private struct Example {
    let file: String
    /// Speeches and speakers, one pair for each debate.
    var debates: [[Int]] = []
    /// The beginning of what is told of the rest.
    var refusal: String?
  }

  /// Speeches and speakers as counted in the files by another parser: `<u>`, `<speech>`, `<question>` and `<answer>`
  /// that hold words, and the different values of `who` or `by` among them, with or without their `#`.
  private static let examples = [
    Example(file: "AkomaNtoso/Examples/Debate_Bungeni-1995-10-31.xml", debates: [[5, 5]]),
    Example(file: "AkomaNtoso/Examples/Debate_Bungeni_2010-11-12.xml", refusal: Sitting.noSpeech),
    Example(file: "AkomaNtoso/Examples/Debate_Bungeni_2010-12-07.xml", debates: [[8, 6]]),
    Example(file: "AkomaNtoso/Examples/Debate_Bungeni_2011-06-10.xml", debates: [[11, 7]]),
    Example(file: "AkomaNtoso/Examples/Quiestions_Bungeni-2010.xml", debates: [[2, 2]]),
    Example(file: "AkomaNtoso/Examples/cl_Sesion56_2.xml", debates: [[35, 8]]),
    Example(file: "AkomaNtoso/Examples/frbr-example-in-tei.xml", refusal: OpenFile.unknownFormat),
    Example(file: "AkomaNtoso/Examples/ke_Debate_Bungeni_2011-06-10.xml", debates: [[11, 7]]),
    Example(file: "AkomaNtoso/Schema/akomantoso30.xsd", refusal: OpenFile.unknownFormat),
    Example(file: "AkomaNtosoCL-Example.xml", debates: [[35, 8]]),
    Example(file: "AkomaNtosoKE-Example.xml", debates: [[11, 7]]),
    Example(file: "Parla-CLARIN-Exemplar.xml", debates: [[7, 4]]),
    Example(file: "slovParl2.0/teiCorpus.xml", debates: [[445, 32]], refusal: Sitting.noSpeech),
  ]

  @Test func examplesOfParlaClarin() throws {
    let folder = try Self.folder() + "/testsuites/parla-clarin/Examples"
    for example in Self.examples {
      let items = try Self.items("\(folder)/\(example.file)")
      let debates = items.compactMap(\.debate)
      let counts = debates.map { debate in
        let speakers = debate.transcript.compactMap(\.speaker)
        // A speech in two languages is two utterances; none of these is.
        return [speakers.count, Set(speakers.map(\.id)).count]
      }
      #expect(counts == example.debates, "\(example.file)")
      let refusals = items.compactMap { item in
        if case .refused(let error) = item { error.reason } else { nil }
      }
      #expect(refusals == (example.refusal.map { [$0] } ?? []), "\(example.file)")
      print("parla-clarin \(example.file): \(counts) \(debates.map(\.title)) \(refusals)")
    }
  }
}
