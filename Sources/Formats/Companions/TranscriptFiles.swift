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
    /// What a machine heard gives way to what somebody has written.
    let isAutomatic: Bool
    /// Place in the list, by which claims are kept.
    let number: Int
  }

  private(set) var files: [File] = []
  private var places: [String: [Int]] = [:]

  mutating func add(_ file: SourceFile, _ format: any TranscriptFormat.Type) {
    let path = ArchiveKind.unpackedPath(file.shownPath)
    let name = CaptionName(String(FilePath.name(path)))
    let number = files.count
    files.append(
      File(
        file: file, format: format, language: name.language, isAutomatic: name.isAutomatic, number: number))
    let folder = FilePath.folder(path)
    let keys: Set = [
      Self.key(stem: name.stem), Self.key(folder: folder, stem: name.stem),
      Self.key(parent: String(FilePath.name(folder)), stem: name.stem),
    ]
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
        found += files(ofRecording: address, near: path)
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
    let all = found.filter { seen.insert($0).inserted }.map { files[$0] }
    return all.filter { !$0.isAutomatic } + all.filter(\.isAutomatic)
  }

  /// The files that are called like a recording. Of those in several folders (`2009/audio.vtt`, `2010/audio.vtt`), the
  /// ones beside the debate's file, else in the folder whose path the recording's address shares; none when that does
  /// not tell. Looks at few of them: many a site calls every recording the same.
  private func files(ofRecording address: String, near path: String?) -> [Int] {
    let stem = FilePath.stem(address)
    guard let all = places[Self.key(stem: stem)], let first = all.first.map(folder) else { return [] }
    guard all.contains(where: { folder($0) != first }) else { return all }
    if let home = path.map(FilePath.folder), let beside = places[Self.key(folder: home, stem: stem)] { return beside }
    let parts = FilePath.folder(address).split(separator: "/")
    guard let parent = parts.last, let candidates = places[Self.key(parent: String(parent), stem: stem)] else {
      return []
    }
    let shared = candidates.map { number in
      zip(folder(number).split(separator: "/").reversed(), parts.reversed()).prefix { $0 == $1 }.count
    }
    let most = shared.max()
    let best = zip(candidates, shared).filter { $1 == most }.map(\.0)
    return Set(best.map(folder)).count == 1 ? best : []
  }

  private func folder(_ number: Int) -> String { FilePath.folder(files[number].file.shownPath) }

  private static func key(stem: String) -> String { "\u{0}" + stem }
  private static func key(parent: String, stem: String) -> String { "\u{1}" + parent + "\u{0}" + stem }
  private static func key(folder: String, stem: String) -> String { "\u{2}" + folder + "\u{0}" + stem }
}
