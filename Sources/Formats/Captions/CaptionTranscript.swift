import Debates
import Foundation

/// Makes a transcript of cues: markup off, each word once, who speaks.
struct CaptionTranscript {
  private var file: CaptionFile
  private let dialect: CueText.Dialect
  private let context: FileContext
  private var transcript = Transcript()

  /// What a file of captions says.
  ///
  /// - Parameter mixedLine: where bytes of another encoding begin, if they do.
  static func transcript(
    of file: CaptionFile, dialect: CueText.Dialect, mixedLine: Int?, in context: FileContext
  ) -> Transcript {
    var reading = CaptionTranscript(file: file, dialect: dialect, context: context)
    reading.read()
    reading.tellProblems(mixedLine: mixedLine)
    return reading.transcript
  }

  private init(file: CaptionFile, dialect: CueText.Dialect, context: FileContext) {
    self.file = file
    self.dialect = dialect
    self.context = context
    transcript.language = file.language
    transcript.title = file.title
  }

  private mutating func read() {
    if file.kind == "metadata" || holdsData {
      transcript.problems.append(context.notice("a track of data for programs, not of talk; nothing is read from it"))
      return
    }
    let cues = file.cues.map { CueText(file.bytes[$0.text], dialect: dialect) }
    if file.kind == "chapters" || CaptionName(context.file).isChapters {
      let titles = cues.map { CaptionText.folded($0.runs.flatMap(\.text)[...]) }.filter { !$0.isEmpty }
      transcript.description = titles.joined(separator: "\n")
    } else {
      addUtterances(of: cues)
    }
    if file.cues.isEmpty, file.problems.isEmpty {
      transcript.problems.append(context.notice("holds no cue"))
    } else if transcript.utterances.isEmpty, transcript.description == nil, file.problems.isEmpty {
      transcript.problems.append(context.notice("all cues are empty"))
    }
  }

  /// Whether every cue is an object of JSON.
  private var holdsData: Bool {
    var found = false
    for cue in file.cues {
      let text = file.bytes[cue.text].drop { $0 <= 0x20 }
      guard let first = text.first, let last = text.last(where: { $0 > 0x20 }) else { continue }
      guard first == UInt8(ascii: "{"), last == UInt8(ascii: "}"), text.contains(UInt8(ascii: "\"")) else {
        return false
      }
      found = true
    }
    return found
  }

  // MARK: Talk

  private mutating func addUtterances(of texts: [CueText]) {
    var cues = texts.map { CueRuns($0) }
    dropRepetitions(&cues, texts)
    var labels = SpeakerLabels()
    for cue in cues {
      for run in cue.runs where run.voice == nil { labels.note(run.text) }
    }
    var turns = SpeakerTurns(labels: labels)
    for (cue, runs) in zip(file.cues, cues) {
      for run in runs.runs {
        for turn in turns.turns(of: run) where !turn.text.isEmpty { add(turn, cue, language: runs.language) }
      }
    }
  }

  private mutating func add(_ turn: SpeakerTurns.Turn, _ cue: CaptionFile.Cue, language: String?) {
    let limit = context.recordLimits.maximumTextBytes
    guard turn.text.utf8.count <= limit else {
      return file.note(
        "\(turn.text.utf8.count) bytes, over the limit of \(limit) (maximumTextBytes); the cue is left out, split it",
        line: cue.line, field: "text")
    }
    transcript.utterances.append(
      RecordDraft.Utterance(
        start: Double(cue.start) / 1000, end: cue.end.map { Double($0) / 1000 }, speaker: turn.speaker,
        language: language, text: turn.text))
  }

  private func dropRepetitions(_ cues: inout [CueRuns], _ texts: [CueText]) {
    let shown = zip(file.cues, zip(cues, texts)).map { cue, read in
      RollingCaptions.Cue(
        start: cue.start, end: cue.end, text: read.0.onlyText ?? [], hasTimestamps: read.1.hasTimestamps)
    }
    guard let shownBefore = RollingCaptions(shown).shownBefore else { return }
    for (index, count) in shownBefore.enumerated() where count > 0 { cues[index].drop(count) }
  }

  private mutating func tellProblems(mixedLine: Int?) {
    if let mixedLine {
      transcript.problems.append(
        context.notice(
          "holds bytes that are not UTF-8, read as windows-1252; save the file in one encoding", line: mixedLine))
    }
    let problems = file.problems.sorted { $0.line < $1.line }
    transcript.problems += problems.map { problem in
      problem.isHarmless
        ? context.notice(problem.reason, line: problem.line)
        : context.refused(problem.reason, line: problem.line, field: problem.field)
    }
    if file.untoldProblems > 0 {
      transcript.problems.append(context.refused("\(file.untoldProblems) more places that cannot be read"))
    }
  }
}

/// The runs of one cue, by voice alone.
private struct CueRuns {
  private(set) var runs: [CueText.Run] = []
  /// When all of the cue is in it.
  let language: String?

  init(_ text: CueText) {
    let said = text.runs.filter { run in run.text.contains { $0 > 0x20 } }
    let language = said.first?.language
    self.language = said.allSatisfy { $0.language == language } ? language : nil
    for run in said {
      if let last = runs.last, last.voice == run.voice {
        runs[runs.count - 1].text += run.text
      } else {
        runs.append(run)
      }
    }
  }

  /// Of a cue that names no voice.
  var onlyText: [UInt8]? { runs.count == 1 && runs[0].voice == nil ? runs[0].text : nil }

  /// Takes bytes off the start of the only run.
  mutating func drop(_ count: Int) { runs[0].text.removeFirst(min(count, runs[0].text.count)) }
}
