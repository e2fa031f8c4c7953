public import ArgumentParser
import Foundation
public import Searching

struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Score the ranking against relevance judgements.",
    discussion: """
      Queries are lines of JSON, {"_id", "text", "exclude"?}; judgements are lines of query, id and grade, separated \
      by tabs. Without --qrels, qrels.tsv beside the queries is used when it is there. What the judgements name are \
      the ids of debates, passages or people, or the names of expertises, as --rank says. The query's own id and \
      its "exclude" never count as results. Latency is measured in this process.

      A difference between two rankings may be chance: p is how often chance alone makes one as large (two-sided \
      paired randomisation test over the queries, 10,000 permutations). Below .05 it is usually taken as real; of \
      twenty settings tried, one gets there by luck.

      Score a ranking, and keep it:
        palabre evaluate --queries queries.jsonl --run before.run
      Compare it with one after a change:
        palabre evaluate --queries queries.jsonl --compare before.run
      Try values of constants, alone or together:
        palabre evaluate --queries queries.jsonl --sweep titleWeight=0,1,2
        palabre evaluate --queries queries.jsonl --sweep k1=1:2:0.2 --sweep b=0.5,0.7
      See why the ten worst queries went wrong:
        palabre evaluate --queries queries.jsonl --rank speakers --per-query 10
      """)

  @OptionGroup var index: IndexPath
  @OptionGroup var siteWords: SiteWordsFiles

  @Option(help: ArgumentHelp("The queries.", valueName: "file"), completion: .file())
  var queries: String

  @Option(help: ArgumentHelp("The judgements.", valueName: "file"), completion: .file())
  var qrels: String?

  @Option(help: "What to rank.")
  var rank: EvaluatedRank = .debates

  @Option(help: ArgumentHelp("Results per query.", valueName: "n"))
  var limit = 100

  @Option(
    name: .customLong("run"), help: ArgumentHelp("Where to write the ranking, as a TREC run.", valueName: "file"),
    completion: .file())
  var runFile: String?

  @Option(
    help: ArgumentHelp("Compare with the ranking of a TREC run, on the same judgements.", valueName: "file"),
    completion: .file())
  var compare: String?

  @Option(
    defaultAsFlag: QueryCount.all,
    help: ArgumentHelp(
      "Print judged queries, worst first: where what they want came, and what the scores are made of.",
      valueName: "n"))
  var perQuery: QueryCount?

  @Flag(help: "Time full answers, with evidence and snippets, instead of rankings.")
  var snippets = false

  @Flag(help: "Print the scores as JSON.")
  var json = false

  @OptionGroup var parameters: ParameterOptions

  func validate() throws {
    guard (1...SearchRequest.maximumLimit).contains(limit) else {
      throw ValidationError("--limit takes a number from 1 to \(SearchRequest.maximumLimit)")
    }
    if let perQuery, perQuery.maximum < 1 {
      throw ValidationError("--per-query takes a number from 1 on")
    }
    if !parameters.sweeps.isEmpty, runFile != nil || compare != nil || perQuery != nil || snippets {
      throw ValidationError(
        "--sweep prints a row for each setting: give it without --run, --compare, --per-query, --snippets")
    }
  }

  func run() throws {
    try Edge.run {
      let queries = try EvaluationQuery.read(self.queries)
      let qrels = try judgements()
      let other = try compare.map { try Run($0) }
      let siteWords = try self.siteWords.read(beside: self.index)
      let index = try SearchIndex(path: self.index.path, parameters: parameters.parameters)
      index.siteWords = siteWords
      let evaluation = Evaluation(rank: rank, limit: limit, timesAnswers: snippets)
      if let grid = try parameters.sweepGrid() {
        try sweep(grid, of: evaluation, queries, on: index, try needed(qrels, by: "--sweep"))
        return
      }
      let progress = EvaluationProgress(total: queries.count)
      defer { progress.clear() }
      let rankings = try evaluation.run(queries, on: index, qrels: qrels, progress: progress.advance)
      progress.clear()
      if let runFile { try write(Run.text(rankings), to: runFile) }
      var report = EvaluationReport(Scores(rankings))
      if let other, let compare {
        report.comparison = try PairedTest(
          rankings, try needed(qrels, by: "--compare"), against: other, from: compare)
      }
      if let perQuery {
        let reports = QueryReport.worstFirst(rankings, try needed(qrels, by: "--per-query"))
        report.queries = Array(reports.prefix(perQuery.maximum))
      }
      if json { try JSONOutput.print(report) } else { EvaluationText.print(report, comparedWith: compare) }
    }
  }

  private func sweep(
    _ grid: ParameterGrid, of evaluation: Evaluation, _ queries: [EvaluationQuery], on index: SearchIndex,
    _ qrels: Qrels
  ) throws {
    let judged = queries.filter { qrels.grades[$0.id] != nil }
    let progress = EvaluationProgress(total: judged.count, settings: Sweep.settings(grid, base: index.parameters).count)
    defer { progress.clear() }
    let sweep = try Sweep(grid, of: evaluation, judged, on: index, qrels: qrels, progress: progress.advance)
    progress.clear()
    if json { try JSONOutput.print(SweepReport(sweep)) } else { SweepReport.print(sweep) }
  }

  private func judgements() throws -> Qrels? {
    if let qrels { return try Qrels(qrels) }
    let beside = URL(fileURLWithPath: queries).deletingLastPathComponent().appendingPathComponent("qrels.tsv").path
    return FileManager.default.fileExists(atPath: beside) ? try Qrels(beside) : nil
  }

  private func needed(_ qrels: Qrels?, by option: String) throws -> Qrels {
    guard let qrels else {
      throw ValidationError("\(option) needs judgements: give --qrels, or put qrels.tsv beside the queries")
    }
    return qrels
  }

  private func write(_ run: String, to path: String) throws {
    do {
      try Data(run.utf8).write(to: URL(fileURLWithPath: path))
    } catch {
      Terminal.error("palabre: \(path): cannot write: \(SystemReason.of(error))")
      throw ExitCode(Edge.Status.cannotCreate.rawValue)
    }
  }
}

extension EvaluatedRank: ExpressibleByArgument {}
