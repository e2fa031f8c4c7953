/// Cuts text into lines that fit. Breaks are at spaces; a word that is wider than a line is cut where the line ends.
struct LineBreaker {
  /// Of the line that is being filled.
  private var columns: Int
  private let laterColumns: Int
  private var lines: [[StyledText.Run]] = []
  private var line: [StyledText.Run] = []
  private var lineWidth = 0
  private var word: [StyledText.Run] = []
  private var wordWidth = 0
  private var spaces: StyledText.Run?

  private init(first: Int, later: Int) {
    columns = max(1, first)
    laterColumns = max(1, later)
  }

  /// - Parameters:
  ///   - first: columns of the first line.
  ///   - later: columns of the others.
  static func lines(of text: StyledText, first: Int, later: Int) -> [StyledText] {
    var breaker = LineBreaker(first: first, later: later)
    let characters = text.runs.flatMap { run in run.text.map { (character: $0, run: run) } }
    for (place, item) in characters.enumerated() {
      func character(_ distance: Int) -> Character? {
        characters.indices.contains(place + distance) ? characters[place + distance].character : nil
      }
      let isBound = character(-1) == "«" || isMarkBehindSpace(character(1), character(2))
      breaker.add(item.character, item.run, isBreak: item.character == " " && !isBound)
    }
    breaker.endWord()
    breaker.endLine()
    return breaker.lines.map { StyledText(runs: $0) }
  }

  /// French puts a space before some marks, and within guillemets: no line ends there.
  private static func isMarkBehindSpace(_ mark: Character?, _ next: Character?) -> Bool {
    mark.map(":;!?»€%".contains) ?? false && (next.map { $0 == " " || $0.isPunctuation } ?? true)
  }

  private mutating func add(_ character: Character, _ run: StyledText.Run, isBreak: Bool) {
    if isBreak {
      endWord()
      guard lineWidth > 0 else { return }
      // Between words of one look the space has it too, so that an underline goes on.
      if spaces == nil { spaces = StyledText.Run(text: "", style: run.style, link: run.link) }
      spaces?.text += " "
      return
    }
    let width = DisplayWidth.of(character)
    if wordWidth + width > columns, lineWidth > 0 { endLine() }
    if wordWidth + width > columns {
      endWord()
      endLine()
    }
    word.append(StyledText.Run(text: String(character), style: run.style, link: run.link))
    wordWidth += width
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    let gap = spaces?.text.count ?? 0
    if lineWidth + gap + wordWidth > columns {
      endLine()
    } else if let spaces {
      line.append(spaces)
      lineWidth += gap
    }
    spaces = nil
    line += word
    lineWidth += wordWidth
    word = []
    wordWidth = 0
  }

  private mutating func endLine() {
    if !line.isEmpty {
      lines.append(line)
      columns = laterColumns
    }
    line = []
    lineWidth = 0
    spaces = nil
  }
}
