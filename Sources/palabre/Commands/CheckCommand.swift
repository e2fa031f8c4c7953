import ArgumentParser
import Checking
import Foundation
import Schema

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look whether the index is as it was written.",
    discussion: """
      Reads the whole index: Xapian's structure, every word of every passage from both sides, every passage against \
      its checksum, what is stored of each debate, and some passages by a search for their words. Safe while others \
      search and while a run writes; changes nothing.

      Exit codes: 0 sound, 74 damaged (the way out is palabre rebuild), 75 a run kept writing: try again, 66 no index.

      Examples:
        palabre check
        palabre check --quick --json
      """)

  @OptionGroup var index: IndexPath

  @Flag(help: "Leave out what reads the whole index; takes a moment.")
  var quick = false

  @Flag(help: "Print the report as JSON.")
  var json = false

  func run() throws {
    try Edge.run {
      var progress = ProgressLine(isQuiet: !Terminal.errorIsTerminal)
      let report = try IndexCheckRun(path: index.path, isQuick: quick).run(
        onProgress: { examination, audience, share in
          let name = audience.map { "\(examination.rawValue) of \($0.rawValue)" } ?? examination.rawValue
          progress.show("\(name)  \(Int(share * 100)) %")
        },
        examine: { examination, audience, onProgress in
          try ExaminationProcess(examination, audience, index: index.path).results(onProgress)
        })
      progress.clear()
      if json { try JSONOutput.print(report) } else { CheckText.print(report) }
      switch report.outcome {
      case .sound: return
      case .damaged:
        try Output.flush()
        Terminal.error(
          "palabre: \(index.path): the index is damaged; build it anew from its sources: "
            + "palabre rebuild --index \(index.path)")
        throw ExitCode(Edge.Status.inputOutput.rawValue)
      case .unsettled:
        try Output.flush()
        Terminal.error("palabre: \(index.path): a run wrote to the index all the while; check again when it has ended")
        throw ExitCode(Edge.Status.temporary.rawValue)
      }
    }
  }
}
