import ArgumentParser
import Foundation

/// Which index a command works on.
struct IndexPath: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp("The index folder (default: $PALABRE_INDEX, else palabre.index).", valueName: "dir"))
  var option: String?

  var path: String {
    if let option { return option }
    if let named = ProcessInfo.processInfo.environment["PALABRE_INDEX"], !named.isEmpty { return named }
    return "palabre.index"
  }
}
