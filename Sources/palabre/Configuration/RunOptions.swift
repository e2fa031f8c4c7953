import ArgumentParser
import Indexing

/// How a run is to go, as a command line says it.
struct RunOptions: ParsableArguments {
  @OptionGroup var index: IndexPath

  @OptionGroup var profile: ProfileOption

  @Flag(inversion: .prefixedNo, help: "Remove debates that came from these sources and are in them no more.")
  var prune: Bool?

  @Option(help: ArgumentHelp("Threads that read and analyse (default: one per processor).", valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "Megabytes of memory to keep to, whatever the input (default: \(IndexOptions.defaultMemoryMegabytes)).",
      valueName: "mb"))
  var memory: Int?

  @Option(
    help: ArgumentHelp(
      "Write metrics of the run and the index here, for the textfile collector of Prometheus (name it *.prom).",
      valueName: "file"), completion: .file(extensions: ["prom"]))
  var metricsFile: String?

  @Option(
    help: ArgumentHelp(
      "Ask for this http or https address when the run has ended well, and for URL/fail when it has not: a dead-man's switch.",
      valueName: "url"))
  var pingUrl: String?

  @Flag(inversion: .prefixedNo, help: "Say nothing unless something is wrong.")
  var quiet: Bool?

  func validate() throws {
    try check(jobs, .jobs, in: SettingKey.jobsRange)
    try check(memory, .memory, in: SettingKey.memoryRange)
    if let problem = pingUrl.flatMap(PingAddress.problem(with:)) {
      throw ValidationError("\(SettingKey.pingURL.flag): \(problem)")
    }
  }

  private func check(_ number: Int?, _ key: SettingKey, in range: ClosedRange<Int>) throws {
    guard let number, !range.contains(number) else { return }
    throw ValidationError("\(key.flag) takes a number from \(range.lowerBound) to \(range.upperBound)")
  }

  /// What these options say, for these sources; those of the configuration when there are none.
  func flags(sources: [String]) -> Settings.Flags {
    Settings.Flags(
      sources: sources, profiles: profile.files, prune: prune, quiet: quiet, jobs: jobs, memory: memory,
      metricsFile: metricsFile, pingURL: pingUrl)
  }
}
