public import ArgumentParser
public import Checking
import Foundation
import Schema

/// What `palabre check` runs for each examination, in a process that damaged files may end. Not for people.
struct ExamineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "examine", shouldDisplay: false)

  /// A line of what it says on standard output.
  enum Message: Codable {
    case progress(Double)
    case results([CheckResult])
  }

  @Argument var examination: Examination
  @Option var audience: Audience?
  @OptionGroup var index: IndexPath

  func run() throws {
    try Edge.run {
      let layout = IndexLayout(root: index.path)
      guard let generation = try layout.generation() else { throw IndexError.notFound(index.path) }
      ProcessLimits.set(forBytes: FolderSize.bytes(of: layout.root + "/" + generation))
      let results = examination.results(layout, generation: generation, audience: audience) { share in
        try? JSONOutput.print(Message.progress(share), isPretty: false)
      }
      try JSONOutput.print(Message.results(results), isPretty: false)
    }
  }
}

extension Examination: ExpressibleByArgument {}
