import Foundation
import TestTools
import Testing

/// Files of what words mean on a site, as the command line takes them.
@Suite struct SiteWordsFilesTests {
  private func town() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(
      "d.ndjson",
      """
      {"id":"a","title":"Le community manager"}
      {"id":"b","title":"Une ville, et rien de plus"}

      """)
    let made = try Tool.run(["index", "d.ndjson", "--index", "i", "--quiet"], in: folder.path)
    #expect(made.status == 0, "\(made.errors)")
    return folder
  }

  private func found(
    _ query: String, _ arguments: [String], in folder: TemporaryFolder, environment: [String: String] = [:]
  ) throws -> String {
    let result = try Tool.run(
      ["search", query, "--index", "i", "--json"] + arguments, in: folder.path, environment: environment)
    #expect(result.status == 0, "\(result.errors)")
    let answer = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let results = answer?["results"] as? [[String: Any]] ?? []
    return results.compactMap { $0["id"] as? String }.joined(separator: " ")
  }

  @Test func flagEnvironmentAndConfigurationNameThem() throws {
    let folder = try town()
    try folder.write("s.txt", "CM = community manager\n")
    try folder.write("c.yaml", "synonyms: s.txt\nindex: i\n")
    #expect(try found("cm", [], in: folder) == "")
    #expect(try found("cm", ["--synonyms", "s.txt"], in: folder) == "a")
    #expect(try found("cm", [], in: folder, environment: ["PALABRE_SYNONYMS": "s.txt"]) == "a")
    #expect(try found("cm", ["--config", "c.yaml"], in: folder) == "a")
    try folder.write("w.txt", "manager\n")
    #expect(try found("manager ville", ["--stop-words", "w.txt"], in: folder).hasPrefix("b"))
    #expect(try found("manager ville", [], in: folder).hasPrefix("a"))
  }

  @Test(
    arguments: [
      ("a = b\nc d\n", "s.txt:2: no equals sign; write CM = community manager"),
      ("a =\n", "s.txt:1: no word on one side of an equals sign"),
      (nil, "s.txt: cannot read: No such file or directory (named by --synonyms)"),
    ] as [(String?, String)])
  func faultsAreLocated(text: String?, message: String) throws {
    let folder = try town()
    if let text { try folder.write("s.txt", text) }
    let result = try Tool.run(["search", "x", "--index", "i", "--synonyms", "s.txt"], in: folder.path)
    #expect(result.status == 64)
    #expect(result.errors.contains(message), "\(result.errors)")
  }
}
