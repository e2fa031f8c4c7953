import Foundation
import TestTools
import Testing

@testable import palabre

/// Answers as text: at each width as in Fixtures/Answers, and by rules that hold for all of them.
@Suite struct AnswerTextTests {
  private static let lines: [(name: String, line: String)] = [
    ("debates", #"search "budget participatif" --limit 2 --facets"#),
    ("passages", "search métier --rank passages --limit 4"),
    ("speakers", #"search "community manager" --rank speakers --limit 2"#),
    ("expertises", "search vélo --rank expertises --limit 1"),
    ("facets", "search 'in:talk date:2009..2013' --limit 0 --facets"),
    ("related", "related presse-locale-2010 --limit 1 --suggestions 1"),
    ("corrected", #"search "comunity managr" --limit 1"#),
    ("relaxed", #"search '"community hospital" -vélo' --limit 1"#),
    ("emptied", "search salaire --category Santé --from 2009 --to 2009"),
    ("emptied-by-one", "search vélo --category nowhere"),
    ("nothing", "search zzyzx"),
    ("did-you-mean", #"search "budjet participatif" --limit 1 --rank passages"#),
    ("suggestions", "suggest com --limit 5"),
    ("notes", "search 'vélo AND (ville' --limit 1"),
  ]

  @Test func eachIsAsItWas() throws {
    let library = try Library()
    for (name, line) in Self.lines {
      var golden = "$ palabre \(line)\n"
      for columns in [40, 80, 120] {
        let plain = try library.palabre(line, environment: "COLUMNS=\(columns)")
        let colored = try library.palabre(line, environment: "COLUMNS=\(columns) CLICOLOR_FORCE=1")
        golden += "\n---------- \(columns) columns\n\(plain.output)"
        if columns == 40 {
          golden += plain.errors.isEmpty ? "" : "\n---------- standard error\n\(plain.errors)"
          golden += "\n---------- \(columns) columns, coloured\n"
          golden += (colored.output + colored.errors).replacing("\u{1B}", with: "␛")
        }
        #expect(colored.output.contains("\u{1B}["), "\(line): nothing is coloured")
        #expect(Self.withoutColor(colored.output) == plain.output, "\(line) at \(columns)")
        #expect(Self.withoutColor(colored.errors) == plain.errors, "\(line) at \(columns)")
        for text in (plain.output + plain.errors).split(separator: "\n") where !Self.isAddress(text) {
          #expect(DisplayWidth.of(text) <= columns, "\(line) at \(columns): \(text)")
        }
      }
      try expectGolden(golden, name)
    }
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Library.fixtures.appendingPathComponent("Answers").path)
    #expect(
      Set(files).isSuperset(of: Self.lines.map { $0.name + ".txt" }) && files.count == Self.lines.count + 1,
      "a golden has gone or come: \(files.sorted())")
  }

  private static func withoutColor(_ text: String) -> String { text.replacing(/\u{1B}\[[0-9;]*m/, with: "") }

  /// Cut in two it would lead nowhere.
  private static func isAddress(_ line: Substring) -> Bool { line.contains(/^ *https?:\S+$/) }

  /// What stands in the environment, whether standard output is a terminal, whether there are colours and links.
  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/script"), "needs script of util-linux"),
    arguments: [
      ("TERM=xterm", true, true, true), ("TERM=xterm", false, false, false), ("TERM=dumb", true, false, false),
      ("TERM=linux", true, true, false), ("TERM=xterm NO_COLOR=1", true, false, false),
      ("TERM=xterm NO_COLOR=", true, true, true), ("TERM=xterm CLICOLOR_FORCE=1", false, true, false),
      ("TERM=dumb FORCE_COLOR=1", false, true, false), ("CLICOLOR_FORCE=0 TERM=xterm", false, false, false),
      ("CLICOLOR_FORCE=1 NO_COLOR=1", false, false, false),
      ("CLICOLOR_FORCE=1 NO_COLOR=1 TERM=xterm", true, false, false),
    ])
  func coloursAndLinks(environment: String, isTerminal: Bool, hasColor: Bool, hasLinks: Bool) throws {
    let town = try Town()
    let command = "$palabre search harbour"
    let line = isTerminal ? "script -qec \"\(command)\" /dev/null" : command
    let output = try town.shell("export \(environment); \(line)").output
    #expect(output.contains("harbour"))
    #expect(output.contains("\u{1B}[1;4mharbour\u{1B}[0m") == hasColor)
    #expect(output.contains("\u{1B}]8;;https://town.example/wall#t=12\u{1B}\\talk, Ada Thorn") == hasLinks)
    #expect(Self.withoutColor(output).contains("     https://town.example/wall#t=12") == !hasLinks)
  }

  /// An address that a terminal links is shown as far as there is room.
  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/script"), "needs script of util-linux"))
  func longAddresses() throws {
    let town = try Town()
    let address = "https://town.example/" + String(repeating: "long/", count: 30)
    try town.folder.write("long.ndjson", #"{"id":"long","title":"Ferry","url":"\#(address)"}"#)
    _ = try town.palabre("index", "long.ndjson", "--quiet")
    let line = "$palabre search ferry"
    let linked = try town.shell("export TERM=xterm COLUMNS=50; script -qec '\(line)' /dev/null").output
    #expect(linked.contains("\u{1B}]8;;\(address)\u{1B}\\\u{1B}[2mhttps://town.example/lo"))
    #expect(linked.contains("…"))
    #expect(try town.shell("COLUMNS=50 \(line)").output.contains("   \(address)\n"))
  }
}
