import ArgumentParser
import Foundation
import Indexing
import Schema

/// What `palabre rebuild` asks of the old index, in a process that damaged files may end. Not for people.
struct RecallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "recall", shouldDisplay: false)

  @OptionGroup var index: IndexPath

  func run() throws {
    try Edge.run {
      ProcessLimits.set(forBytes: FolderSize.bytes(of: index.path))
      try JSONOutput.print(Recollection(of: index.path), isPretty: false)
    }
  }
}
