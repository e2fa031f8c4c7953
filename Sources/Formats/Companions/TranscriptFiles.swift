import Debates
import Foundation

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
    var found = places[Self.key(stem: debate.id)] ?? []
    if let url = debate.media?.url {
      let address = String(url.prefix { $0 != "?" && $0 != "#" })
      let decoded = address.removingPercentEncoding ?? address
      for address in [address, decoded] {
        let named = places[Self.key(stem: FilePath.stem(address))] ?? []
        found += nearest(named, to: path, recording: address)
      }
    }
    if let path {
      let stem = FilePath.stem(ArchiveKind.unpackedPath(path))
      // yt-dlp describes `talk.mp4` in `talk.info.json`.
      for stem in [stem, stem.hasSuffix(".info") ? String(stem.dropLast(5)) : stem] {
        found += places[Self.key(folder: FilePath.folder(path), stem: stem)] ?? []
      }
    }
    var seen: Set<Int> = []
    return found.filter { seen.insert($0).inserted }.map { files[$0] }
  }

  /// Of files in several folders that are called like a recording (`2009/audio.vtt`, `2010/audio.vtt`), those beside
  /// the debate's file, else those whose folders the recording's address shares; none when that does not tell.
  private func nearest(_ numbers: [Int], to path: String?, recording: String) -> [Int] {
    let folders = Set(numbers.map(folder))
    guard folders.count > 1 else { return numbers }
    if let home = path.map(FilePath.folder), folders.contains(home) { return numbers.filter { folder($0) == home } }
    let parts = FilePath.folder(recording).split(separator: "/")
    let shared = folders.map { folder in
      (folder, zip(folder.split(separator: "/").reversed(), parts.reversed()).prefix { $0 == $1 }.count)
    }
    let most = shared.map(\.1).max() ?? 0
    let best = shared.filter { $0.1 == most }.map(\.0)
    return most > 0 && best.count == 1 ? numbers.filter { folder($0) == best[0] } : []
  }

  private func folder(_ number: Int) -> String { FilePath.folder(files[number].file.shownPath) }

  private static func key(stem: String) -> String { "\u{0}" + stem }
  private static func key(folder: String, stem: String) -> String { folder + "\u{0}" + stem }
}
