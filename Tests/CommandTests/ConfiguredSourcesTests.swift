import Foundation
import TestTools
import Testing

/// Runs whose sources, or what is known of them, are in a configuration file.
@Suite struct ConfiguredSourcesTests {
  /// Two sources: records, one of which names its language, and a saved page that only its profile reads well. Their
  /// words are those of both languages, so that a hint decides.
  private func town() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "etc/records/a.ndjson",
      #"{"id":"hint","title":"Rugby","language":"en"}"# + "\n" + #"{"id":"none","title":"Ferry"}"#)
    try folder.write(
      "etc/pages/lanes.html", "<html><head><title>x</title></head><body><h2>Tarmac</h2><p>Tarmac</p></body></html>")
    try folder.write("etc/town.yaml", "name: town\ntitle: //h2\ndescription: //p")
    try folder.write(
      "etc/palabre.yaml",
      """
      index: index
      sources:
        - {path: records, language: fr}
        - path: pages
          profile: town.yaml
          language: en
      """)
    return folder
  }

  private func run(_ folder: TemporaryFolder, _ arguments: String...) throws -> Tool.Result {
    try Tool.run(arguments, in: folder.path, environment: ["PALABRE_CONFIG": "etc/palabre.yaml"])
  }

  /// The language label of the one passage that a word finds.
  private func language(_ word: String, _ folder: TemporaryFolder) throws -> String? {
    let output = try run(folder, "search", word, "--rank", "passages", "--json").output
    let answer = try #require(try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
    return try #require(answer["results"] as? [[String: Any]]).first?["language"] as? String
  }

  @Test func sourcesOfTheFileAreRead() throws {
    let folder = try town()
    let result = try run(folder, "index")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.hasPrefix("3 debates indexed") && result.output.hasSuffix("-> etc/index\n"))
    #expect(try run(folder, "search", "tarmac").output.contains("1. Tarmac"))
    #expect(try run(folder, "index").output.contains("3 unchanged"))
  }

  @Test func hintsAreForWhatNamesNone() throws {
    let folder = try town()
    #expect(try run(folder, "index").status == 0)
    #expect(try language("rugby", folder) == "en")
    #expect(try language("ferry", folder) == "fr")
    #expect(try language("tarmac", folder) == "en")
  }

  /// Another hint is another debate.
  @Test func changedHintsAreIndexed() throws {
    let folder = try town()
    #expect(try run(folder, "index").status == 0)
    let file = URL(fileURLWithPath: folder.path + "/etc/palabre.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("records, language: fr", with: "records, language: en").utf8).write(to: file)
    #expect(try run(folder, "index").output.hasPrefix("1 debates indexed"))
    #expect(try language("ferry", folder) == "en")
  }

  /// Named sources replace those of the file, and keep what it knows of them, or of the folder they are in.
  @Test func namedSourcesKeepTheirHints() throws {
    let folder = try town()
    #expect(try run(folder, "index", "etc/pages/../pages/lanes.html").output.hasPrefix("1 debates indexed"))
    #expect(try language("tarmac", folder) == "en")
    #expect(try run(folder, "search", "tarmac").output.contains("1. Tarmac"))
    #expect(try run(folder, "search", "ferry").output.contains("Nothing found"))
  }

  @Test func limitsOfTheFileHold() throws {
    let folder = try town()
    try folder.write("etc/small.yaml", "index: small\nsources: [records]\nlimits: {maximum_id_bytes: 4}")
    try folder.write("etc/records/b.ndjson", #"{"id":"longer","title":""}"#)
    let result = try run(folder, "index", "--config", "etc/small.yaml")
    #expect(result.status == 65)
    #expect(result.errors.contains("b.ndjson:1") && result.errors.contains("maximumIDBytes"), "\(result.errors)")
  }

  @Test func nothingToReadIsToldApart() throws {
    let folder = try town()
    #expect(try Tool.run(["index"], in: folder.path).errors.contains("nothing to read: name a <source>"))
    try folder.write("etc/bare.yaml", "index: index")
    let result = try run(folder, "index", "--config", "etc/bare.yaml")
    #expect(result.status == 64)
    #expect(result.errors.contains("or list some under `sources:` in etc/bare.yaml"))
    try folder.write("etc/gone.yaml", "sources: [gone]")
    #expect(try run(folder, "index", "--config", "etc/gone.yaml").status == 66)
  }
}
