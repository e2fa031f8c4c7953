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

  @Flag(inversion: .prefixedNo, help: "Say nothing unless something is wrong.")
  var quiet: Bool?

  func validate() throws {
    try check(jobs, .jobs, in: SettingKey.jobsRange)
    try check(memory, .memory, in: SettingKey.memoryRange)
  }

  private func check(_ number: Int?, _ key: SettingKey, in range: ClosedRange<Int>) throws {
    guard let number, !range.contains(number) else { return }
    throw ValidationError("\(key.flag) takes a number from \(range.lowerBound) to \(range.upperBound)")
  }

  /// What these options say, for these sources; those of the configuration when there are none.
  func flags(sources: [String]) -> Settings.Flags {
    Settings.Flags(
      sources: sources, profiles: profile.files, prune: prune, quiet: quiet, jobs: jobs, memory: memory)
  }
}
