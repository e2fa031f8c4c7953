import Debates
import Foundation
import Searching

/// Answers as people read them in a terminal.
enum AnswerText {
  static func print(_ answer: SearchResponse<DebateResult>, offset: Int) {
    for (place, debate) in answer.results.enumerated() {
      let title = debate.title.isEmpty ? debate.id : debate.title
      let date = debate.date.map { "  \(Terminal.dim($0))" } ?? ""
      out("\(offset + place + 1). \(Terminal.bold(onOneLine(title)))\(date)")
      out("   \(Terminal.dim(debate.url ?? debate.id))  \(score(debate.score))")
      for passage in debate.passages { show(passage, indent: "   ") }
      out("")
    }
    footer(answer.total, answer.estimated, answer.results.count, answer.tookMilliseconds, "debate")
  }

  static func print(_ answer: SearchResponse<PassageResult>, offset: Int) {
    for (place, passage) in answer.results.enumerated() {
      out("\(offset + place + 1). \(Terminal.dim(passage.url ?? passage.id))  \(score(passage.score))")
      show(passage, indent: "   ")
      out("")
    }
    footer(answer.total, answer.estimated, answer.results.count, answer.tookMilliseconds, "passage")
  }

  static func print(_ answer: SearchResponse<SpeakerResult>, offset: Int) {
    for (place, speaker) in answer.results.enumerated() {
      show(speaker, number: offset + place + 1)
      out("")
    }
    footer(answer.total, answer.estimated, answer.results.count, answer.tookMilliseconds, "speaker")
  }

  static func print(_ answer: SearchResponse<ExpertiseResult>, offset: Int) {
    for (place, expertise) in answer.results.enumerated() {
      show(expertise, number: offset + place + 1)
      out("")
    }
    footer(answer.total, answer.estimated, answer.results.count, answer.tookMilliseconds, "expertise")
  }

  static func show(_ speaker: SpeakerResult, number: Int) {
    let affiliation = speaker.affiliation.map { "  \(onOneLine($0))" } ?? ""
    out("\(number). \(Terminal.bold(onOneLine(speaker.name)))\(affiliation)")
    let said = counted(speaker.passages, "passage") + " in " + counted(speaker.debates, "debate")
    var facts = [
      speaker.passages > 0 ? said : "takes part in debates that match", String(format: "%.2f", speaker.score),
    ]
    if speaker.isSmallSample { facts.append("little is known of them") }
    out("   \(Terminal.dim(facts.joined(separator: "  ")))")
    for evidence in speaker.evidence { show(evidence, isSpeakerNamed: false) }
  }

  static func show(_ expertise: ExpertiseResult, number: Int) {
    out("\(number). \(Terminal.bold(onOneLine(expertise.name)))")
    let facts = counted(expertise.debates, "debate") + ", " + counted(expertise.speakers, "speaker")
    out("   \(Terminal.dim(facts + "  " + String(format: "%.2f", expertise.score)))")
    for evidence in expertise.evidence { show(evidence, isSpeakerNamed: true) }
  }

  /// A passage under the debate that it is from.
  static func show(_ evidence: EvidenceResult, isSpeakerNamed: Bool) {
    let debate = evidence.debate
    let title = debate.map { $0.title.isEmpty ? $0.id : $0.title } ?? evidence.passage.id
    let facts = [debate?.date, debate?.location].compactMap { $0 }.map(onOneLine).joined(separator: ", ")
    out("   \(onOneLine(title))\(facts.isEmpty ? "" : "  \(Terminal.dim(facts))")")
    var passage = evidence.passage
    if !isSpeakerNamed { passage.speaker = nil }
    show(passage, indent: "     ")
  }

  static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

  static func show(_ passage: PassageResult, indent: String) {
    var source = passage.kind.rawValue
    if let speaker = passage.speaker { source += ", \(onOneLine(speaker.name))" }
    if let start = passage.start { source += " at \(clock(start))" }
    if let language = passage.language { source += " (\(language))" }
    out("\(indent)\(source)")
    if let highlights = passage.highlights {
      let text = highlights.rendered(escape: Terminal.sanitized, mark: Terminal.match)
      out(Terminal.wrapped(text, indent: indent + "  "))
    }
  }

  private static func footer(_ total: Int, _ isEstimate: Bool, _ shown: Int, _ took: Double, _ noun: String) {
    if total == 0 {
      out("Nothing found. Try fewer or other words, or drop a filter.")
      return
    }
    let about = isEstimate ? "about " : ""
    out(
      Terminal.dim(
        "\(about)\(total) \(noun)\(total == 1 ? "" : "s"), \(shown) shown, \(String(format: "%.1f", took)) ms"))
  }

  private static func score(_ score: Double) -> String { Terminal.dim(String(format: "%.2f", score)) }

  private static func clock(_ seconds: Double) -> String {
    let seconds = Int(exactly: seconds.rounded(.down)) ?? 0
    return seconds < 3600
      ? String(format: "%d:%02d", seconds / 60, seconds % 60)
      : String(format: "%d:%02d:%02d", seconds / 3600, seconds % 3600 / 60, seconds % 60)
  }

  static func onOneLine(_ text: String) -> String {
    Terminal.sanitized(text.replacingOccurrences(of: "\n", with: " "))
  }

  static func out(_ line: String) { Swift.print(line) }
}
