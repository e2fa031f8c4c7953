public import ArgumentParser
import Debates
public import Searching

struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Search debates, their passages, speakers, or expertises.",
    discussion: """
      Accents, capitals, plurals and either apostrophe do not matter; words in "quotation marks" or « guillemets » \
      must follow each other.

      Examples:
        palabre search "salaire community manager"
        palabre search métiers --rank passages --kind comment --from 2009 --to 2010-06
        palabre search "e-reputation" --rank speakers
        palabre search "rénovation énergétique" --rank expertises
        palabre search "budget participatif" --json
      """)

  @Argument(help: "What to search for.")
  var query: String

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

  func validate() throws {
    if let halfLife, !(halfLife >= 1 && halfLife <= 1_000_000) {
      throw ValidationError("--half-life takes days, from 1 to 1000000")
    }
    if let timeLimit, !(1...3_600_000).contains(timeLimit) {
      throw ValidationError("--time-limit takes milliseconds, from 1 to 3600000")
    }
    guard after == nil || offset == 0 else { throw ValidationError("--after takes the place of --offset") }
    guard (0...SearchRequest.maximumLimit).contains(limit) else {
      throw ValidationError("--limit takes a number from 0 to \(SearchRequest.maximumLimit)")
    }
    guard (0...SearchRequest.maximumOffset).contains(offset) else {
      throw ValidationError("--offset takes a number from 0 to \(SearchRequest.maximumOffset)")
    }
  }

  func run() throws {
    try Edge.run {
      var request = SearchRequest(query)
      request.rank = rank
      request.limit = limit
      request.offset = offset
      request.sort = sort
      request.halfLife = halfLife
      request.filters = filters.fields
      request.after = after
      request.facets = facets ?? json ? Facet.allCases : []
      request.timeLimit = timeLimit.map { .milliseconds($0) }
      let index = try SearchIndex(path: index.path, audience: filters.audience)
      index.siteWords = try siteWords.read(beside: self.index)
      switch rank {
      case .debates:
        let answer = try index.debates(request)
        if json { try JSONOutput.print(answer) } else { AnswerText.print(answer, offset: offset) }
      case .passages:
        let answer = try index.passages(request)
        if json { try JSONOutput.print(answer) } else { AnswerText.print(answer, offset: offset) }
      case .speakers:
        let answer = try index.speakers(request)
        if json { try JSONOutput.print(answer) } else { AnswerText.print(answer, offset: offset) }
      case .expertises:
        let answer = try index.expertises(request)
        if json { try JSONOutput.print(answer) } else { AnswerText.print(answer, offset: offset) }
      }
    }
  }
}

extension SearchRequest.Rank: ExpressibleByArgument {}

extension SearchRequest.Sort: ExpressibleByArgument {
  /// `date` is what it was called when there was no other way round.
  public init?(argument: String) { self.init(rawValue: argument == "date" ? "newest" : argument) }
}
