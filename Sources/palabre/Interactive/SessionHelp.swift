/// What can be typed in a session.
enum SessionHelp {
  static let lines: [(typed: String, meaning: String)] = [
    ("words", "search for them; \"n\" in quotation marks searches for a letter"),
    ("3", "open result 3 in the browser; without one, its address is shown"),
    ("n  p", "next page, previous page"),
    ("y", "take the spelling that was suggested"),
    (":related 3", "what is connected with the debate of result 3"),
    (":facets", "count the results by kind, year, category, speaker and more"),
    (":rank speakers", "rank debates, passages, speakers or expertises"),
    (":sort newest", "by relevance, newest or oldest"),
    (":category Santé", "filter; also :speaker :author :expertise :format :location :in :lang :date"),
    (":category", "take that filter away; :clear takes all away"),
    ("?  q", "this help; quit, as Ctrl-D does"),
  ]
}

extension TextSheet {
  mutating func write(_ lines: [(typed: String, meaning: String)]) {
    let columns = (lines.map(\.typed.count).max() ?? 0) + 2
    for line in lines {
      write(StyledText(line.typed.padded(to: columns), .bold) + StyledText(line.meaning), hanging: columns)
    }
  }
}
