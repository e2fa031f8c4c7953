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

  @Option(
    name: .customLong("sweep"),
    help: ArgumentHelp(
      """
      Try each of several values of a constant: name=1,1.2,1.5 or name=from:to:step. Several sweeps try every \
      combination, at most \(ParameterGrid.maximumSettings).
      """, valueName: "name=values"))
  var sweeps: [String] = []

  func validate() throws { _ = try sweepGrid() }

  var parameters: RankingParameters { (try? applied()) ?? RankingParameters() }

  /// What is to be swept; nil when nothing is.
  func sweepGrid() throws -> ParameterGrid? {
    let base = try applied()
    guard !sweeps.isEmpty else { return nil }
    do {
      return try ParameterGrid(sweeps, base: base)
    } catch {
      throw ValidationError("--sweep: \(error)")
    }
  }

  private func applied() throws -> RankingParameters {
    var parameters = RankingParameters()
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, let value = Double(parts[1]) else {
        throw ValidationError("--set \(setting): expected name=value")
      }
      do {
        parameters = try parameters.setting(String(parts[0]), to: value)
      } catch {
        throw ValidationError("--set \(error)")
      }
    }
    return parameters
  }
}
