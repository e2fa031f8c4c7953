import ArgumentParser
import Formats

struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "List what can be read, and what each format carries.")

  @Flag(help: "Print the list as JSON.")
  var json = false

  private struct Row: Encodable {
    var name: String
    var extensions: [String]
    var carries: String
  }

  func run() throws {
    let rows = FormatRegistry.entries.map { Row(name: $0.name, extensions: $0.extensions, carries: $0.carries) }
    if json {
      try JSONOutput.print(rows)
      return
    }
    var sheet = TextSheet(Terminal.look)
    for row in rows {
      let extensions = row.extensions.map { "." + $0 }.joined(separator: " ")
      sheet.write(StyledText(row.name, .bold) + StyledText("  " + extensions), hanging: 2)
      sheet.write(StyledText(row.carries), indent: 2)
    }
    print(sheet.text, terminator: "")
  }
}
