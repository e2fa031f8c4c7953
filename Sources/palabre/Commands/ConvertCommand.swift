import ArgumentParser
import Debates
import Formats
import Foundation

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Print what was understood of a source, as records.",
    discussion: """
      One record per line, in the form that `palabre index` reads. What cannot be used is reported with its place \
      (exit code 65).

      Examples:
        palabre convert saved-page.html | jq .
        palabre convert --summary exports/
      """)

  @Argument(
    help: ArgumentHelp("Files and folders to read, or - for standard input.", valueName: "source"),
    completion: .file())
  var sources: [String]

  @OptionGroup var profile: ProfileOption

  @Flag(help: "Print how much was understood instead of the records.")
  var summary = false

  private struct Deletion: Encodable {
    var id: String
    var deleted = true
  }

  func run() throws {
    try Edge.run {
      let reader = try SourceReader(sources: sources, profiles: profile.load())
      var notices = NoticeFilter()
      var refused = 0
      var counts = ConversionSummary()
      while let item = reader.next() {
        switch item {
        case .debate(let debate, _, _, _):
          counts.add(debate)
          if !summary { try Output.write(try debate.canonicalJSON() + Data("\n".utf8)) }
        case .deletion(let id, _, _):
          if !summary { try JSONOutput.print(Deletion(id: id), isPretty: false) }
        case .refused(let error):
          refused += 1
          Terminal.error("palabre: \(error)")
        case .notice(let notice):
          if notices.isNew(notice) { Terminal.error("palabre: \(notice)") }
        }
      }
      if summary { print(counts.text(bytes: reader.bytesRead)) }
      if refused > 0 { throw ExitCode(Edge.Status.dataRefused.rawValue) }
    }
  }
}
