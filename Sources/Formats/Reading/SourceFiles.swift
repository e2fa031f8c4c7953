import Foundation

/// A file to visit.
struct SourceFile: Sendable {
  /// Where it is on disk; `-` is standard input.
  let path: String
  /// As named or found, for messages; for a file of an archive, `archive.zip/inner/page.html`.
  let shownPath: String
  /// The path within its source folder, without extension: two folders may hold files of one name.
  let name: String
  let bytes: Int64?
  /// Nil where nothing is known of it: standard input, a link to nothing, a file of an archive.
  let stamp: FileStamp?
  /// Found in a folder rather than named: nobody promised that it can be read.
  let isFound: Bool
  /// What it belongs to.
  let source: Source
}

/// Finds the files that sources stand for.
enum SourceFiles {
  /// One source: itself when a file, else what its folders hold, sorted by name, hidden files left out.
  static func files(of source: Source) throws(SourceError) -> [SourceFile] {
    let path = source.path
    if path == "-" {
      return [
        SourceFile(path: path, shownPath: path, name: path, bytes: nil, stamp: nil, isFound: false, source: source)
      ]
    }
    guard let stamp = FileStamp(path: path) else { throw .notFound(path) }
    guard stamp.isFolder else { return [file(path, stamp, prefix: "", isFound: false, source)] }
    var visited: Set<String> = []
    return files(in: path, prefix: "", source, visited: &visited)
  }

  private static func file(
    _ path: String, _ stamp: FileStamp?, prefix: String, isFound: Bool, _ source: Source
  ) -> SourceFile {
    SourceFile(
      path: path, shownPath: path, name: prefix + FilePath.stem(ArchiveKind.unpackedPath(path)),
      bytes: stamp?.bytes, stamp: stamp, isFound: isFound, source: source)
  }

  /// `prefix` leads from the source folder to this one.
  private static func files(
    in folder: String, prefix: String, _ source: Source, visited: inout Set<String>
  ) -> [SourceFile] {
    // A symbolic link may lead back to a folder above it.
    guard visited.insert(URL(fileURLWithPath: folder).resolvingSymlinksInPath().path).inserted else { return [] }
    // What cannot be listed is handed on, so that opening it tells why.
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
      return [
        SourceFile(path: folder, shownPath: folder, name: prefix, bytes: nil, stamp: nil, isFound: true, source: source)
      ]
    }
    return names.sorted().filter { !$0.hasPrefix(".") }.flatMap { name -> [SourceFile] in
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      // A link to nothing is handed on, too.
      let stamp = FileStamp(path: path)
      if stamp?.isFolder == true {
        return files(in: path, prefix: prefix + name + "/", source, visited: &visited)
      }
      return [file(path, stamp, prefix: prefix, isFound: true, source)]
    }
  }
}
