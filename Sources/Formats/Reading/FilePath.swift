/// What is read off a file's name.
enum FilePath {
  static func name(_ path: String) -> Substring {
    path.split(separator: "/").last ?? ""
  }

  /// Lower case, without the dot; empty when there is none.
  static func fileExtension(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The name without its extension.
  static func stem(_ path: String) -> String {
    let name = name(path)
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
    return String(name[..<dot])
  }

  /// What stands before the name; empty when nothing does.
  static func folder(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }

  /// The path, folders included, without the extension.
  static func withoutExtension(_ path: String) -> String {
    let folder = folder(path)
    return folder.isEmpty ? stem(path) : "\(folder)/\(stem(path))"
  }
}
