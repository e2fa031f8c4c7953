import Debates
import Foundation
import Testing

@testable import Formats

/// Real saved pages with what they hold; named by the environment because they are not part of the project.
@Suite(
  .enabled(if: ProcessInfo.processInfo.environment["PALABRE_EVAL_SETS"] != nil, "PALABRE_EVAL_SETS names no folder"))
struct PageEvaluationTests {
  static func folder(_ set: String) throws -> String {
    try #require(ProcessInfo.processInfo.environment["PALABRE_EVAL_SETS"]) + "/" + set
  }

  static func lines(_ path: String) throws -> [JSONValue] {
    try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: 0x0A).map { try JSONValue(json: Data($0)) }
  }

  /// The debate of a page, read and decoded, and how long that took.
  static func debate(_ path: String) throws -> (debate: Debate, notices: [String], bytes: Int, time: Duration) {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    var items: [SourceItem] = []
    let time = try ContinuousClock().measure { items = try Reading.items(HTMLPageFormat.self, bytes, file: path) }
    let debate = try #require(items.compactMap(\.debate).first, "\(items.map(\.told))")
    return (debate, items.filter { $0.debate == nil }.map(\.told), bytes.count, time)
  }

  static func folded(_ text: String?) -> String {
    (text ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// Without white space: the gold has a space at each tag inside a line, which no reader sees, and `&amp;` as it was.
  static func squeezed(_ text: String?) -> String {
    (text ?? "").replacing("&amp;", with: "&").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .filter { !$0.isWhitespace }
  }

  @Test func idebate() throws {
    let folder = try Self.folder("idebate_html")
    var (pages, titles, intros, dates, arguments, found, extra) = (0, 0, 0, 0, 0, 0, 0)
    var (bytes, time) = (0, Duration.zero)
    for gold in try Self.lines("\(folder)/gold.jsonl") {
      let page = try Self.debate("\(folder)/\(gold["file"]?.string ?? "")")
      let debate = page.debate
      (pages, bytes, time) = (pages + 1, bytes + page.bytes, time + page.time)
      if Self.folded(debate.title) == Self.folded(gold["title"]?.string) { titles += 1 }
      if Self.squeezed(debate.description) == Self.squeezed(gold["intro"]?.string) { intros += 1 }
      if debate.date?.text == gold["published_time"]?.string { dates += 1 }
      let comments = Dictionary(debate.comments.map { ($0.id ?? "", $0) }) { first, _ in first }
      let list = gold["arguments"]?.elements ?? []
      extra += max(0, debate.comments.count - list.count)
      for argument in list {
        arguments += 1
        let number = try #require(argument["num"]?.string)
        let isPoint = argument["kind"]?.string == "point"
        let supports = (argument["stance"]?.string == "pro") == isPoint
        guard let comment = comments[number] else { continue }
        if Self.squeezed(comment.text) == Self.squeezed(argument["text"]?.string),
          comment.opinion == (supports ? 5 : 0), comment.parent == (isPoint ? nil : number.dropLast() + "a")
        {
          found += 1
        }
      }
    }
    let share = Double(found) / Double(arguments)
    print(
      "idebate_html: \(pages) pages, titles \(titles), intros \(intros), dates \(dates), arguments \(found) of \(arguments) (\(share)), \(extra) too many; \(Self.speed(bytes, time))"
    )
    #expect(titles == pages)
    #expect(Double(intros) / Double(pages) >= 0.98)
    #expect(dates == pages)
    #expect(share >= 0.98)
    // A point of which only the title was written.
    #expect(extra <= 3)
  }

  static func speed(_ bytes: Int, _ time: Duration) -> String {
    let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    return "\((Double(bytes) / 1e5 / seconds).rounded() / 10) MB/s"
  }

  // MARK: Sittings

  /// Letters and digits, in lower case; stage directions taken out.
  static func letters(_ text: String) -> String {
    var depth = 0
    var letters = ""
    for character in text.lowercased() {
      if character == "(" { depth += 1 }
      if depth == 0, character.isLetter || character.isNumber { letters.append(character) }
      if character == ")", depth > 0 { depth -= 1 }
    }
    return letters
  }

  static func name(_ text: String?) -> String {
    FoldedName.id(of: String((text ?? "").prefix { $0 != "," }))
  }

  /// The gold cuts some names short: `Marc ` is Marc Le Fur.
  static func isSame(_ found: String, _ gold: String) -> Bool { found == gold || found.hasPrefix(gold + "-") }

  @Test func sittings() throws {
    let folder = try Self.folder("mpt_ingest_fr")
    var sittings: [String: [JSONValue]] = [:]
    for gold in try Self.lines("\(folder)/gold.jsonl") {
      sittings[String((gold["_id"]?.string ?? "").prefix { $0 != "#" }), default: []].append(gold)
    }
    #expect(sittings.count == 13)
    var (all, texts, right, bytes, time) = (0, 0, 0, 0, Duration.zero)
    var missed: [String] = []
    for (sitting, golds) in sittings.sorted(by: { $0.key < $1.key }) {
      let page = try Self.debate("\(folder)/html/\(sitting).html")
      (bytes, time) = (bytes + page.bytes, time + page.time)
      #expect(page.debate.id == sitting)
      #expect(page.debate.date != nil)
      #expect(page.debate.language == "fr")
      let utterances = page.debate.transcript.map { (Self.name($0.speaker?.name), Self.letters($0.text)) }
      var next = 0
      for gold in golds {
        all += 1
        let (name, text) = (Self.name(gold["speaker_name"]?.string), Self.letters(gold["text"]?.string ?? ""))
        // In order: from where the last one was found, a little further at most.
        let window = next..<min(next + 60, utterances.count)
        guard
          let place = window.first(where: { utterances[$0].1.contains(text) && Self.isSame(utterances[$0].0, name) })
        else {
          if let other = window.first(where: { utterances[$0].1.contains(text) }) {
            texts += 1
            missed.append("\(gold["_id"]?.string ?? "") name \(name) / \(utterances[other].0)")
          } else {
            missed.append("\(gold["_id"]?.string ?? "") \(name): \(gold["text"]?.string ?? "")")
          }
          continue
        }
        (texts, right, next) = (texts + 1, right + 1, place)
      }
    }
    let share = Double(right) / Double(all)
    print(
      "mpt_ingest_fr/html: \(all) interventions, text found \(texts), with the right speaker \(right) (\(share)); \(Self.speed(bytes, time))"
    )
    if ProcessInfo.processInfo.environment["PALABRE_EVAL_MISSES"] != nil { print(missed.joined(separator: "\n")) }
    #expect(share >= 0.97)
  }
}
