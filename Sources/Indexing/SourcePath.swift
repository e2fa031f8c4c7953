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

  /// Whether neither the file is there, nor an archive that it may be in.
  static func isGone(_ file: String) -> Bool {
    if file == "-" { return false }
    var path = URL(fileURLWithPath: file)
    while path.path != "/" {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: path.path, isDirectory: &isFolder) {
        return isFolder.boolValue && path.path != file
      }
      path.deleteLastPathComponent()
    }
    return true
  }

  static func absolute(_ path: String) -> String {
    path == "-" ? path : URL(fileURLWithPath: path).standardizedFileURL.path
  }
}
