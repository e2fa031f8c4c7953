public import ArgumentParser
import Debates
public import Searching

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search debates, their passages, speakers, or expertises.",
    discussion: """
      Type words: the more of them a passage has, the better. Accents, capitals and \
      plurals do not matter. Or be exact, in English or French:

        "brand community"    these words in this order; "…"~5 near each other
        -word  +word         without it, only with it
        communaut*           words that begin so
        AND OR NOT, ET OU SAUF, ( )                     in capitals
        speaker: author: expertise: category: title: format: location: lang:
        in:talk              also in:comments, in:notes
        date:2009-10..2010   date:last-year, date:"il y a 2 ans"

      Whatever is typed means something; notes tell what was understood otherwise.

      Examples:
        palabre search "salaire community manager" --facets
        palabre search 'métiers in:comments date:2009..2010' --rank passages
        palabre search "e-reputation" --rank speakers --open
        palabre search '"budget participatif" -Paris' --sort newest --json

      Without a query, on a terminal, it asks for one, and again: ? there tells more.
      """)

  @Argument(
    help: ArgumentHelp("What to search for.", valueName: "query"), completion: IndexCompletion.queries)
  var query: String?

  @OptionGroup var index: IndexPath
  @OptionGroup var filters: FilterOptions
  @OptionGroup var siteWords: SiteWordsFiles

  @Option(help: "What to rank.")
  var rank: SearchRequest.Rank = .debates

  @Option(help: ArgumentHelp("How many results, at most \(SearchRequest.maximumLimit).", valueName: "n"))
  var limit = 10

  @Option(help: ArgumentHelp("How many results to skip, at most \(SearchRequest.maximumOffset).", valueName: "n"))
  var offset = 0

  @Option(help: ArgumentHelp("The page that follows another: its \"next\".", valueName: "cursor"))
  var after: String?

  @Option(
    help: ArgumentHelp(
      "relevance, newest (or date), oldest. By date, only what has all words of the query, if there is anything.",
      valueName: "order"))
  var sort: SearchRequest.Sort = .relevance

  @Flag(
    inversion: .prefixedNo,
    help: "Count the results by kind, language, year, month, category, format, speaker, expertise and location.")
  var facets: Bool?

  @Option(
    name: .customLong("half-life"),
    help: ArgumentHelp(
      "Prefer the recent: a debate counts half for every so many days that it is older.", valueName: "days"))
  var halfLife: Double?

  @Option(
    name: .customLong("time-limit"),
    help: ArgumentHelp("Answer with what was found after so long.", valueName: "milliseconds"))
  var timeLimit: Int?

  @Flag(help: "Print the answer as JSON, with its facets.")
  var json = false

  @Option(
    defaultAsFlag: OpenedResult.first, parsing: .next,
    help: ArgumentHelp("Open a result in $BROWSER, or the desktop's: the first, unless it says which.", valueName: "n"))
  var open: OpenedResult?

  @Flag(name: .shortAndLong, help: "Ask for one query after another, as on a terminal without a query.")
  var interactive = false

  func validate() throws {
    if isInteractive {
      guard !json, open == nil, after == nil else {
        throw ValidationError("--json, --open and --after are for one query: leave out --interactive")
      }
    } else if query == nil {
      throw ValidationError(
        "<query> is missing: palabre search 'words to find'; --interactive reads queries from standard input")
    }
    if let halfLife, !(halfLife >= 1 && halfLife <= 1_000_000) {
      throw ValidationError("--half-life takes days, from 1 to 1000000")
    }
    if let timeLimit, !(1...3_600_000).contains(timeLimit) {
      throw ValidationError("--time-limit takes milliseconds, from 1 to 3600000")
    }
    if limit == 0, isInteractive { throw ValidationError("--interactive shows results: --limit must be above 0") }
    guard after == nil || offset == 0 else { throw ValidationError("--after takes the place of --offset") }
    guard (0...SearchRequest.maximumLimit).contains(limit) else {
      throw ValidationError("--limit takes a number from 0 to \(SearchRequest.maximumLimit)")
    }
    guard (0...SearchRequest.maximumOffset).contains(offset) else {
      throw ValidationError("--offset takes a number from 0 to \(SearchRequest.maximumOffset)")
    }
  }

  /// Nobody who pipes something wants to be asked.
  private var isInteractive: Bool {
    interactive || query == nil && Terminal.inputIsTerminal && Terminal.outputIsTerminal
  }

  func run() throws {
    try Edge.run {
      let index = try SearchIndex(path: index.path, audience: filters.audience)
      index.siteWords = try siteWords.read(beside: self.index)
      if isInteractive {
        var session = SearchSession(index, request)
        try session.run(isAsked: query != nil)
        return
      }
      let answer = try Answer(request, from: index)
      if json { try answer.printJSON() } else { show(answer) }
      guard let open else { return }
      try Output.flush()
      Terminal.error("palabre: \(try answer.open(open.number, offset: offset))")
    }
  }

  private var request: SearchRequest {
    var request = SearchRequest(query ?? "")
    request.rank = rank
    request.limit = limit
    request.offset = offset
    request.sort = sort
    request.halfLife = halfLife
    request.filters = filters.fields
    request.after = after
    request.facets = facets ?? json ? Facet.allCases : []
    request.timeLimit = timeLimit.map { .milliseconds($0) }
    return request
  }

  /// Remarks are no part of the answer: they go to standard error.
  private func show(_ answer: Answer) {
    let summary = answer.summary
    var remarks = TextSheet(Terminal.errorLook)
    remarks.write(remarksOf: summary) { SearchCommand.commandLine(asking: $0, insteadOf: summary.query) }
    if !remarks.text.isEmpty { Terminal.errorBytes(remarks.text) }
    var sheet = TextSheet(Terminal.look)
    sheet.write(answer, offset: offset, nextPage: nextPage(after: summary))
    print(sheet.text, terminator: "")
  }

  /// The option that shows the next page. People count more easily than they copy cursors.
  private func nextPage(after summary: AnswerSummary) -> String? {
    guard let next = summary.next else { return nil }
    let skipped = offset + summary.shown
    if let instead = summary.help?.instead {
      return SearchCommand.commandLine(asking: instead, insteadOf: summary.query) + " --offset \(skipped)"
    }
    return after == nil && skipped <= SearchRequest.maximumOffset ? "--offset \(skipped)" : "--after \(next)"
  }

  /// The command as it was typed, with another query.
  private static func commandLine(asking query: String, insteadOf typed: String) -> String {
    var words = Array(CommandLine.arguments.dropFirst())
    if let place = words.dropFirst().firstIndex(of: typed) { words[place] = query }
    return ShellWords.line(["palabre"] + words)
  }
}

/// Which result to open.
enum OpenedResult: ExpressibleByArgument, CustomStringConvertible {
  case first
  case numbered(Int)

  init?(argument: String) {
    guard let number = Int(argument), number > 0 else { return nil }
    self = .numbered(number)
  }

  /// As it is shown; nil for the first one shown.
  var number: Int? { if case .numbered(let number) = self { number } else { nil } }

  var description: String { number.map(String.init) ?? "the first" }
}

extension SearchRequest.Rank: ExpressibleByArgument {}

extension SearchRequest.Sort: ExpressibleByArgument {
  /// `date` is what it was called when there was no other way round.
  public init?(argument: String) { self.init(rawValue: argument == "date" ? "newest" : argument) }
}
