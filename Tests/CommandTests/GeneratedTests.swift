import Foundation
import TestTools
import Testing

/// Completions and manual pages are made by the program itself; every command has to be in them.
@Suite struct GeneratedTests {
  /// What swift-argument-parser's generate-manual reads (`--experimental-dump-help`), as far as it matters here.
  private struct Dump: Decodable {
    struct Command: Decodable {
      struct Argument: Decodable {
        struct Name: Decodable {
          let kind, name: String
        }

        let kind: String
        let names: [Name]?
        let abstract, valueName: String?
        let shouldDisplay: Bool
      }

      let commandName: String
      let abstract: String?
      let subcommands: [Command]?
      let arguments: [Argument]?
      let shouldDisplay: Bool?
    }

    let command: Command
  }

  /// The commands that are shown, the list of commands excepted.
  private static func commands() throws -> [Dump.Command] {
    let result = try run("--experimental-dump-help")
    let dump = try JSONDecoder().decode(Dump.self, from: Data(result.utf8))
    #expect(dump.command.commandName == "palabre")
    return (dump.command.subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay ?? true }
  }

  private static func run(_ arguments: String...) throws -> String {
    let folder = try TemporaryFolder()
    let result = try Tool.run(arguments, in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
    return result.output
  }

  @Test func everyCommandHasItsManual() throws {
    let commands = try Self.commands()
    let golden = try FileManager.default.contentsOfDirectory(atPath: HelpTests.folder.path)
    #expect(Set(commands.map { $0.commandName + ".txt" }).union(["palabre.txt"]) == Set(golden))
    for command in commands {
      #expect(command.abstract?.hasSuffix(".") == true, "\(command.commandName) needs an abstract")
      for argument in command.arguments ?? [] where argument.shouldDisplay {
        let name = argument.names?.first?.name ?? argument.valueName ?? "?"
        #expect(argument.abstract?.hasSuffix(".") == true, "\(command.commandName): \(name) needs a help text")
      }
    }
  }

  /// A script has a part for each command, in which stands each of its options.
  @Test(arguments: ["bash", "zsh", "fish"]) func everyCommandIsCompleted(shell: String) throws {
    let script = try Self.run("--generate-completion-script", shell)
    for command in try Self.commands() {
      let name = command.commandName
      let begin =
        switch shell {
        case "fish": "        case '\(name)'\n"
        default: "\n_palabre_\(name)() {\n"
        }
      let end = shell == "fish" ? "\n        case " : "\n}\n"
      let rest = try #require(script.components(separatedBy: begin).dropFirst().first, "\(shell): \(name)")
      let part = try #require(rest.components(separatedBy: end).first)
      for option in (command.arguments ?? []).filter(\.shouldDisplay).flatMap({ $0.names ?? [] })
      where option.kind == "long" {
        let written = shell == "fish" ? option.name : "--\(option.name)"
        #expect(part.contains(written), "\(shell): \(name) --\(option.name)")
      }
    }
  }

  /// bash offers what it is asked for.
  @Test(arguments: [
    ("palabre conf", "config"), ("palabre index --mem", "--memory"), ("palabre search x --rank pas", "passages"),
    ("palabre status --inde", "--index"), ("palabre index --config c", "c.yaml"), ("palabre index d", "debates.ndjson"),
  ])
  func bashOffers(line: String, offer: String) throws {
    let town = try Town()
    try town.folder.write("c.yaml", "index: i")
    let words = line.split(separator: " ").map { "'\($0)'" }.joined(separator: " ")
    let result = try town.shell(
      """
      source <($palabre --generate-completion-script bash)
      COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE='\(line)'; COMP_POINT=${#COMP_LINE}
      _palabre palabre "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """)
    #expect(result.output.split(separator: "\n").map(String.init) == [offer], "\(result.errors)")
  }
}
