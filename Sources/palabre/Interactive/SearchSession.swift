import Foundation
import Searching

/// A conversation with an index: a line is asked for, and answered, until there is no other. All goes to standard output,
/// so that what is piped in gives the same again and again.
struct SearchSession {
  private let index: SearchIndex
  private var request: SearchRequest
  /// Those of the command line stay.
  private let givenFilters: [FieldQuery]
  private var filters = SessionFilters()
  private var answer: Answer?

  init(_ index: SearchIndex, _ request: SearchRequest) {
    self.index = index
    self.request = request
    givenFilters = request.filters
  }

  /// Runs it to its end.
  ///
  /// - Parameter isAsked: whether the request has a query already.
  mutating func run(isAsked: Bool) throws {
    if isAsked {
      try search()
    } else {
      write { $0.write(StyledText("Type words to search for, ? for help, q to quit.", .dim)) }
    }
    while let line = try nextLine() {
      let command = SessionCommand(line, shown: shown, hasSuggestion: answer?.summary.openSuggestion != nil)
      if command == .quit { return }
      try perform(command)
    }
  }

  private func nextLine() throws -> String? {
    print(Terminal.sanitized(prompt), terminator: "")
    try Output.flush()
    let line = readLine()
    // On a terminal the line is there already, or its end is missing.
    if !Terminal.inputIsTerminal, let line { print(Terminal.sanitized(line)) } else if line == nil { print() }
    return line
  }

  private var prompt: String {
    let rank = request.rank == .debates ? [] : [request.rank.rawValue]
    let sort = request.sort == .relevance ? [] : [request.sort.rawValue]
    let state = rank + sort + filters.fields.map(\.queryText)
    return state.isEmpty ? "> " : "\(state.joined(separator: ", ")) > "
  }

  /// The numbers of the results shown.
  private var shown: ClosedRange<Int>? {
    guard let count = answer?.summary.shown, count > 0 else { return nil }
    return request.offset + 1...request.offset + count
  }

  private mutating func perform(_ command: SessionCommand) throws {
    switch command {
    case .nothing, .quit: break
    case .search(let query):
      request.query = query
      try searchAnew()
    case .open(let number):
      guard let answer else { return }
      do throws(LinkError) {
        tell(try answer.open(number, offset: request.offset))
      } catch {
        tell("\(error)")
      }
    case .related(let number): try tellRelated(number)
    case .nextPage: try turn(by: request.limit)
    case .previousPage: try turn(by: -request.limit)
    case .acceptSuggestion:
      guard let suggestion = answer?.summary.openSuggestion else { return }
      request.query = suggestion
      try searchAnew()
    case .facets: try tellFacets()
    case .rank(let rank):
      request.rank = rank
      try searchAgain()
    case .sort(let sort):
      request.sort = sort
      try searchAgain()
    case .filter(let name, let value):
      if let mistake = filters.set(name, to: value) { tell(mistake) } else { try searchAgain() }
    case .clearFilters:
      filters.clear()
      try searchAgain()
    case .help: write { $0.write(SessionHelp.lines) }
    case .mistake(let message): tell(message)
    }
  }

  // MARK: Searching

  /// From the first page.
  private mutating func searchAnew() throws {
    request.offset = 0
    try search()
  }

  /// The same query, when there was one, by other rules.
  private mutating func searchAgain() throws {
    request.offset = 0
    if answer != nil { try search() }
  }

  private mutating func search() throws {
    request.filters = givenFilters + filters.fields
    let answer = try Answer(request, from: index)
    self.answer = answer
    let summary = answer.summary
    write { sheet in
      sheet.write(remarksOf: summary) { _ in "y searches for it" }
      sheet.write(answer, offset: request.offset, nextPage: summary.next == nil ? nil : "n")
    }
  }

  private mutating func turn(by count: Int) throws {
    guard let answer else { return tell("there is no page yet: type words to search for") }
    let offset = max(0, request.offset + count)
    if count > 0, answer.summary.next == nil { return tell("this is the last page") }
    if offset == request.offset { return tell("this is the first page") }
    guard offset <= SearchRequest.maximumOffset else { return tell("further pages are not shown; narrow the search") }
    // Its other pages are those of what was searched for instead.
    if let instead = answer.summary.help?.instead { request.query = instead }
    request.offset = offset
    try search()
  }

  // MARK: Telling more

  private static let suggestions = 2

  private func tellFacets() throws {
    var counting = request
    counting.facets = Facet.allCases
    counting.limit = 0
    counting.offset = 0
    let facets = try Answer(counting, from: index).summary.facets
    write { $0.write(facets) }
  }

  private func tellRelated(_ number: Int) throws {
    var asked = RelatedRequest()
    asked.limit = request.limit
    asked.suggestions = SearchSession.suggestions
    guard let id = answer?.debates[number - request.offset - 1], let related = try index.related(toDebate: id, asked)
    else {
      return tell("nothing is known of the debate of result \(number)")
    }
    write { $0.write(related) }
  }

  private func tell(_ message: String) { write { $0.write(StyledText(message)) } }

  private func write(_ body: (inout TextSheet) -> Void) {
    var sheet = TextSheet(Terminal.look)
    body(&sheet)
    print(sheet.text, terminator: "")
  }
}
