import ArgumentParser
import Searching

/// Constants of ranking, for those who tune: the defaults are what every search uses.
struct ParameterOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Try another value of a ranking constant: \(RankingParameters.names.joined(separator: ", ")).",
      valueName: "name=value"))
  var settings: [String] = []

  func validate() throws { _ = try applied() }

  var parameters: RankingParameters { (try? applied()) ?? RankingParameters() }

  private func applied() throws -> RankingParameters {
    var parameters = RankingParameters()
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let value = Double(parts[1]), parameters.set(String(parts[0]), to: value) else {
        throw ValidationError(
          "--set \(setting): expected name=value with one of \(RankingParameters.names.joined(separator: ", "))")
      }
    }
    return parameters
  }
}
