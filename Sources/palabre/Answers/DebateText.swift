import Searching

extension TextSheet {
  mutating func write(_ debate: DebateResult, number: Int) {
    write(headingOf: debate, number: number, AnswerText.score(debate.score))
    for passage in debate.passages { write(passage, below: debate.url, indent: 3) }
    gap()
  }

  /// Its title and date, and its address below.
  ///
  /// - Parameter remark: what else belongs to the line.
  mutating func write(headingOf debate: DebateResult, number: Int, _ remark: StyledText) {
    var line = StyledText("\(number). ") + StyledText(debate.title.isEmpty ? debate.id : debate.title, .bold)
    if let date = debate.date { line += AnswerText.gap + StyledText(AnswerText.day(date), .bold) }
    if !remark.isEmpty { line += AnswerText.gap + remark }
    write(line, hanging: 3)
    write(address: debate.url ?? debate.id, indent: 3)
  }
}
