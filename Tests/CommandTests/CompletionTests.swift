import Foundation
import TestTools
import Testing

/// What shells offer of an index.
@Suite struct CompletionTests {
  /// A line of bash and what it becomes: quoted as it was begun.
  private static let rows = [
    ("palabre search x --speaker Basti", "Bastien Lormel"), ("palabre search x --category Mob", "Mobilités"),
    ("palabre search x --format Séa", "Séance publique"), ("palabre search x --location Lyo", "Lyon / Dublin"),
    ("palabre search x --expertise Sécu", "Sécurité routière"), ("palabre search x --author Prune", "Prune Castelnau"),
    ("palabre search Yann", "Yannis Trévoux"), ("palabre related pres", "presse-locale-2010"),
    ("palabre search x --index nowhere --speaker Basti", ""), ("palabre search x --speaker zzz", ""),
  ]

  @Test func bashOffers() throws {
    let library = try Library()
    for (line, offer) in Self.rows {
      let words = line.split(separator: " ").map { "'\($0)'" }.joined(separator: " ")
      let result = try Tool.shell(
        """
        export PALABRE_INDEX=library PATH="${palabre%/*}:$PATH"
        source <(palabre --generate-completion-script bash)
        COMP_WORDS=(\(words)); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_LINE='\(line)'; COMP_POINT=${#COMP_LINE}
        _palabre palabre "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\\n' "${COMPREPLY[@]}"
        """, in: library.folder.path)
      #expect(result.output == offer + "\n", "\(line): \(result.errors)")
      #expect(result.errors == "")
    }
  }

  /// What zsh and bash are given: all that begins so, however it is quoted, also before other words.
  @Test(arguments: [
    (["--speaker", "4", "6"], ["x", "--speaker", "\"Basti"], "Bastien Lormel"),
    (["--speaker", "4", "6"], ["x", "--speaker", "'Bastien L"], "Bastien Lormel"),
    (["--speaker", "4", "2"], ["x", "--speaker", "basti", "--json"], "Bastien Lormel"),
    (["--speaker", "3", "5"], ["--speaker", "Basti", "--index=nowhere"], ""),
    (["--speaker", "3", "5"], ["--speaker", "Basti", "--index", "\"library\""], "Bastien Lormel"),
    (["positional@0", "2", "12"], ["Le\\ vélo\\ en"], "Le vélo en ville : séparer ou cohabiter ?"),
  ])
  func given(place: [String], words: [String], offer: String) throws {
    let library = try Library()
    let arguments = ["---completion", "search", "--"] + place + ["palabre", "search"] + words
    for shell in ["bash", "zsh"] {
      let result = try Tool.run(
        arguments, in: library.folder.path, environment: ["PALABRE_INDEX": "library", "SAP_SHELL": shell])
      let offers = result.output.split(separator: "\n").filter { $0 != " " }.map(String.init)
      let written = shell == "zsh" ? offer.replacing(":", with: "\\:") : offer
      #expect(offers == (offer.isEmpty ? [] : [written]), "\(shell): \(words)")
      #expect(result.errors == "")
    }
  }

  /// What a source holds neither steers the terminal nor becomes two offers.
  @Test func hostileNamesAreNotOffered() throws {
    let town = try Town()
    try town.folder.write(
      "names.ndjson",
      #"{"id":"a","title":"A","category":"Bad\u001b[31m"}"# + "\n" + #"{"id":"b","title":"B","category":"Bad\u202e"}"#
        + "\n" + #"{"id":"c","title":"C","category":"Badge"}"#)
    _ = try town.palabre("index", "names.ndjson", "--quiet")
    let words = ["palabre", "search", "--category", "Ba"]
    let result = try Tool.run(
      ["---completion", "search", "--", "--category", "3", "2"] + words, in: town.folder.path,
      environment: ["PALABRE_INDEX": "town.index"])
    // Of the first the sources leave a blank in the place of the control.
    #expect(result.output == "Bad [31m\nBadge\n")
  }
}
