import Foundation

/// A text file of the repository.
struct SourceFile: Sendable {
  /// Relative to the repository's root.
  let path: String
  let text: String

  /// The target a source file belongs to.
  var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
  var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
}

/// The repository as it lies on disk.
enum House {
  /// What each module may import, besides the standard library and Foundation. Downwards only.
  static let imports: [String: Set<String>] = [
    "CXapian": [], "CICU": [], "CXML": [], "CArchive": [], "CXXHash": [], "CLanguageModel": [],
    "CLexicon": [], "CPing": [], "CDeflate": [],
    "Xapian": ["CXapian"],
    "Analysis": ["CICU", "CLanguageModel", "Stopwords", "Xapian"],
    "Lexicon": ["CLexicon"],
    "Debates": ["CXXHash"],
    "Formats": ["CArchive", "CXML", "Debates", "Yams"],
    "Schema": ["Analysis", "Debates", "Xapian"],
    "Indexing": ["Analysis", "Debates", "Formats", "Schema", "Xapian"],
    "Searching": ["Analysis", "Debates", "Lexicon", "Schema", "Xapian"],
    "Checking": ["Analysis", "Schema", "Searching", "Xapian"],
    "Service": [
      "Analysis", "CDeflate", "CoreMetrics", "Debates", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging",
      "Mustache", "NIOCore", "NIOHTTPTypes", "Schema", "Searching", "ServiceLifecycle", "UnixSignals",
    ],
    "palabre": [
      "Analysis", "ArgumentParser", "CPing", "Checking", "Debates", "Formats", "Indexing", "Logging", "Schema",
      "Searching", "Service", "Xapian",
    ],
  ]

  /// What comes with Swift.
  static let system: Set<String> = ["Foundation", "Dispatch", "Synchronization", "Glibc", "Darwin", "Swift"]

  static let swiftModules = Set(sources.map(\.module)).intersection(Set(imports.keys)).filter { !$0.hasPrefix("C") }

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every Swift and C file under Sources.
  static let sources = files(under: "Sources", ["swift", "h", "c", "cpp"])

  /// What is committed and written by hand, apart from the debates of Fixtures, which are prose.
  static let committedTexts =
    sources + files(under: "Tests", ["swift"]) + files(under: "Documentation", nil) + files(under: "Scripts", nil)
    + files(under: "Benchmarks", nil) + files(under: "Stopwords", nil) + files(under: ".ci", nil)
    + ["README.md", "Package.swift"].compactMap { path in
      (try? text(at: path)).map { SourceFile(path: path, text: $0) }
    }

  static func text(at path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appendingPathComponent(path)), as: UTF8.self)
  }

  /// Files with one of the extensions, or with any.
  private static func files(under folder: String, _ extensions: Set<String>?) -> [SourceFile] {
    let paths = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
    var files: [SourceFile] = []
    while let path = paths?.nextObject() as? String {
      let name = (path as NSString).pathExtension
      guard extensions?.contains(name) ?? (name != "bin"), let text = try? text(at: "\(folder)/\(path)") else {
        continue
      }
      files.append(SourceFile(path: "\(folder)/\(path)", text: text))
    }
    return files.sorted { $0.path < $1.path }
  }
}
