import Foundation

/// Whether a file belongs to a source, by absolute path.
enum SourcePath {
  /// Both absolute.
  static func contains(_ source: String, _ file: String) -> Bool {
    if source == file { return true }
    return source != "-" && file.hasPrefix(source.hasSuffix("/") ? source : source + "/")
  }

  /// Standard input always is.
  static func isThere(_ file: String) -> Bool { file == "-" || FileManager.default.fileExists(atPath: file) }

  static func absolute(_ path: String) -> String {
    path == "-" ? path : URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
