import Debates

/// Transcript files by what a debate may be called that they belong to.
struct TranscriptFiles: Sendable {
  /// One of them.
  struct File: Sendable {
    let file: SourceFile
    let format: any TranscriptFormat.Type
    /// Of the file's name: `talk.fr.vtt` is in French.
    let language: String?
    /// Place in the list, by which claims are kept.
    let number: Int
  }

  private(set) var files: [File] = []
  private var places: [String: [Int]] = [:]

  mutating func add(_ file: SourceFile, _ format: any TranscriptFormat.Type) {
    let path = ArchiveKind.unpackedPath(file.shownPath)
    let name = CaptionName(String(FilePath.name(path)))
    let number = files.count
    files.append(File(file: file, format: format, language: name.language, number: number))
    let keys: Set = [Self.key(stem: name.stem), Self.key(folder: FilePath.folder(path), stem: name.stem)]
    for key in keys { places[key, default: []].append(number) }
  }

  /// The files of a debate: named after its id or its recording, or like the file it stands in.
  ///
  /// - Parameter path: the debate's file, when it holds nothing else.
  func files(of debate: Debate, path: String?) -> [File] {
    var keys = [Self.key(stem: debate.id)]
    if let url = debate.media?.url, let name = url.prefix(while: { $0 != "?" && $0 != "#" }).split(separator: "/").last
    {
      keys.append(Self.key(stem: FilePath.stem(String(name))))
    }
    if let path {
      keys.append(Self.key(folder: FilePath.folder(path), stem: FilePath.stem(ArchiveKind.unpackedPath(path))))
    }
    var seen: Set<Int> = []
    return keys.flatMap { places[$0] ?? [] }.filter { seen.insert($0).inserted }.map { files[$0] }
  }

  private static func key(stem: String) -> String { "\u{0}" + stem }
  private static func key(folder: String, stem: String) -> String { folder + "\u{0}" + stem }
}
