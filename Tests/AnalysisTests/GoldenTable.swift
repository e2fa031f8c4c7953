import Analysis
import Foundation

/// A table of Fixtures/Analysis: comment lines that begin with `# `, then rows of a text, a tab and its tokens.
///
/// `\t` and `\n` in a text stand for those characters; everything else is literal. Lines end with the byte 0x0A alone,
/// since texts hold other line separators.
struct GoldenTable {
  struct Row {
    var line: Int
    var source: String
    var text: String
    var expected: String
  }

  let url: URL
  let comments: [String]
  var rows: [Row]

  init(_ url: URL) throws {
    self.url = url
    var comments: [String] = []
    var rows: [Row] = []
    let lines = try Data(contentsOf: url).split(separator: 0x0A)
    for (index, bytes) in lines.enumerated() {
      if bytes.starts(with: Array("# ".utf8)) {
        comments.append(String(decoding: bytes, as: UTF8.self))
        continue
      }
      let columns = bytes.split(separator: 0x09, maxSplits: 1, omittingEmptySubsequences: false)
      let source = String(decoding: columns[0], as: UTF8.self)
      rows.append(
        Row(
          line: index + 1, source: source, text: GoldenTable.unescaped(source),
          expected: columns.count > 1 ? String(decoding: columns[1], as: UTF8.self) : ""))
    }
    self.comments = comments
    self.rows = rows
  }

  func write() throws {
    let lines = comments + rows.map { "\($0.source)\t\($0.expected)" }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: url)
  }

  private static func unescaped(_ text: String) -> String {
    text.replacingOccurrences(of: "\\t", with: "\t").replacingOccurrences(of: "\\n", with: "\n")
  }

  /// The tables of tokens, by name.
  static let all: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".tsv") && $0 != "languages.tsv" }.sorted()
  }()

  static func named(_ name: String) throws -> GoldenTable { try GoldenTable(folder.appending(path: name)) }

  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/Analysis")
}
