import ArgumentParser
import Foundation
import Indexing

struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Build the index anew from its sources.",
    discussion: """
      For an index that is damaged, or was made by another version. Without sources, those of the configuration and \
      those that earlier runs named are read. Searches go on in the old index until the new one takes its place, which \
      it does only when it is whole. What feeds have told and hold no more is taken over, if the old index can be read.

      Examples:
        palabre rebuild
        palabre rebuild /var/lib/debates --index palabre.index
      """)

  @Argument(
    help: ArgumentHelp("Files and folders to read, or - for standard input.", valueName: "source"),
    completion: .file())
  var sources: [String] = []

  @OptionGroup var options: RunOptions

  @Flag(help: "Print the receipt as JSON.")
  var json = false

  func run() throws {
    try Edge.run(isWriting: true) {
      let index = options.index.path
      let configured = try Settings(options.flags(sources: []), index: options.index).sources.value.map(\.path)
      let settings = try Settings(
        options.flags(sources: sources.isEmpty ? allSources(configured, of: index) : sources), index: options.index)
      let recollection = try recall(index)
      var progress = ProgressLine(isQuiet: settings.quiet.value)
      let receipt = try IndexRebuild(settings.options(), recollection: recollection).run(
        exitStatus: { Edge.status(of: $0) }, onProgress: { progress.show($0) },
        onProblem: { problem in
          progress.clear()
          Terminal.error("palabre: \(problem)")
        })
      progress.clear()
      if json {
        try JSONOutput.print(receipt)
      } else if !settings.quiet.value {
        print("\(receipt.indexed) debates indexed (\(receipt.passages) passages) -> \(index)")
      }
      if receipt.refused > 0 { throw ExitCode(Edge.Status.dataRefused.rawValue) }
    }
  }

  /// The configured sources, and those of earlier runs that are in none of them.
  private func allSources(_ configured: [String], of index: String) throws -> [String] {
    let known = (try? IndexRebuild.knownSources(of: index)) ?? []
    let places = configured.map(Self.absolute)
    let others = known.filter { path in
      !places.contains { path == $0 || path.hasPrefix($0.hasSuffix("/") ? $0 : $0 + "/") }
    }
    if others.contains("-") {
      throw ValidationError(
        "some debates came by standard input and cannot be read again: name all sources, as in "
          + "palabre rebuild <source>...")
    }
    return configured + others
  }

  private static func absolute(_ path: String) -> String {
    path == "-" ? path : URL(fileURLWithPath: path).standardizedFileURL.path
  }

  private func recall(_ index: String) throws -> Recollection? {
    var recollection: Recollection?
    let end = try SelfProcess.run(["recall", "--index", index]) { line in
      recollection = try? JSONDecoder().decode(Recollection.self, from: line)
    }
    if end != nil || recollection == nil {
      Terminal.error(
        "palabre: \(index): the old index cannot be read: what feeds have told and hold no more is not taken over")
      return nil
    }
    return recollection
  }
}
