/// A file of captions cut into cues, their text still as it is written.
struct CaptionFile {
  /// Text that is shown for a while.
  struct Cue: Equatable {
    /// Milliseconds.
    let start: Int
    /// Milliseconds; nil when the file has it before the start.
    let end: Int?
    /// Of its times, from 1.
    let line: Int
    /// Where its text lies in ``CaptionFile/bytes``.
    var text: Range<Int>
  }

  /// A place where the file is not as it should be.
  struct Problem: Equatable {
    let line: Int
    var field: String?
    let reason: String
    /// Whether nothing said is lost by it.
    var isHarmless = false
  }

  /// The file as UTF-8.
  let bytes: [UInt8]
  private(set) var cues: [Cue] = []
  private(set) var problems: [Problem] = []
  /// How many problems there are beyond those that are told one by one.
  private(set) var untoldProblems = 0
  /// What the header says the track is: `captions`, `chapters`, `metadata`.
  var kind: String?
  var language: String?
  var title: String?
  private let maximumSeconds: Int

  /// Problems told one by one: a file of another kind, taken for captions, must not fill the receipt.
  static let maximumProblems = 100

  init(bytes: [UInt8], maximumSeconds: Int) {
    self.bytes = bytes
    self.maximumSeconds = maximumSeconds
  }

  mutating func note(_ reason: String, line: Int, field: String? = nil, isHarmless: Bool = false) {
    guard problems.count < Self.maximumProblems else {
      untoldProblems += 1
      return
    }
    problems.append(Problem(line: line, field: field, reason: reason, isHarmless: isHarmless))
  }

  /// Begins a cue whose text is empty so far.
  ///
  /// - Returns: whether the line's times could be read; a problem is noted when not.
  mutating func begin(_ line: CaptionLines.Line, style: CaptionTimes.Style) -> Bool {
    do throws(CaptionTimes.Problem) {
      let times = try CaptionTimes(bytes[line.range], style: style, maximumSeconds: maximumSeconds)
      let isForward = times.end >= times.start
      if !isForward {
        note("the cue ends before it starts; its text is kept without an end", line: line.number, isHarmless: true)
      }
      let text = line.range.upperBound..<line.range.upperBound
      cues.append(Cue(start: times.start, end: isForward ? times.end : nil, line: line.number, text: text))
      return true
    } catch {
      note("\(error.reason); the cue is left out", line: line.number, field: "times")
      return false
    }
  }

  /// Whether the times of a line can be read.
  func hasTimes(_ line: CaptionLines.Line, style: CaptionTimes.Style) -> Bool {
    (try? CaptionTimes(bytes[line.range], style: style, maximumSeconds: maximumSeconds)) != nil
  }

  /// Gives the last cue one more line.
  mutating func extend(with line: CaptionLines.Line) {
    guard let last = cues.indices.last else { return }
    let start = cues[last].text.isEmpty ? line.range.lowerBound : cues[last].text.lowerBound
    cues[last].text = start..<line.range.upperBound
  }

  /// Ends the text of the last cue sooner.
  mutating func cutLastCue(before end: Int) {
    guard let last = cues.indices.last else { return }
    let start = cues[last].text.lowerBound
    cues[last].text = start..<max(start, end)
  }
}
