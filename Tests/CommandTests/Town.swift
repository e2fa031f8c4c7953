import Foundation
import TestTools
import Testing

/// A folder with an index of a few debates, to run commands in.
struct Town {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("debates.ndjson", Self.records.map { $0 + "\n" }.joined())
    let result = try Tool.run(["index", "debates.ndjson", "--index", "town.index", "--quiet"], in: folder.path)
    try #require(result.status == 0, "\(result.errors)")
    #expect(result.output + result.errors == "")
  }

  /// Runs `palabre` on the town's index.
  func palabre(_ arguments: String..., input: Data? = nil) throws -> Tool.Result {
    try Tool.run(arguments, in: folder.path, input: input, environment: ["PALABRE_INDEX": "town.index"])
  }

  func shell(_ line: String) throws -> Tool.Result {
    try Tool.shell("export PALABRE_INDEX=town.index; " + line, in: folder.path)
  }

  private static let records = [
    #"""
    {"id":"wall","title":"Wall, wall","url":"https://town.example/wall","date":"2011-05-24","language":"en","category":"Building","expertises":["Masonry"],"speakers":[{"id":"ada","name":"Ada Thorn","affiliation":"Council"}],"transcript":[{"start":12,"end":20,"speaker":"ada","text":"The wall of the harbour must be mended before the winter."}],"comments":[{"id":"c1","author":{"id":"bo","name":"Bo"},"text":"Mend the wall first & ask <b>later</b>."}]}
    """#,
    #"{"id":"market","title":"Marché aux fleurs","language":"fr","description":"Les fleuristes demandent de l'ombre, un robinet et un mur, wall in English, pour que le vent ne passe plus."}"#,
    #"{"id":"bell","title":"Bell\u001b[31m tower\u0007","date":"2012","description":"The bell rings at six.\u009b2J"}"#,
    #"{"id":"secret","title":"Confidential budget","visibility":"members"}"#,
  ]
}
