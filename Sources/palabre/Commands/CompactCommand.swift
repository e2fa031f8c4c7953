import ArgumentParser
import Foundation
import Indexing

struct CompactCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compact",
    abstract: "Make the index as small as it can be.",
    discussion: """
      Writes all databases anew, without the gaps that changes have left, and puts them in the place of the old ones at \
      once. Searches go on meanwhile; a run that starts meanwhile ends with code 75. Needs as much free disk as the \
      index takes. Large builds do this by themselves.
      """)

  @OptionGroup var index: IndexPath

  @Flag(help: "Print the sizes as JSON.")
  var json = false

  func run() throws {
    try Edge.run(isWriting: true) {
      let result = try IndexCompaction.run(path: index.path)
      if json { return try JSONOutput.print(result) }
      let (before, after) = (Units.megabytes(Int64(result.before)), Units.megabytes(Int64(result.after)))
      print("\(before) -> \(after), \(result.generation)")
    }
  }
}
