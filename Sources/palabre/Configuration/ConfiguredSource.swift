import Formats
import Foundation

/// A source as it is configured: paths, nothing read yet.
struct ConfiguredSource: Sendable, Equatable, Encodable {
  /// A file, a folder, or `-`.
  var path: String
  /// Files of page profiles.
  var profiles: [String] = []
  /// Of debates that do not name theirs.
  var language: SpokenLanguage?
}

extension [ConfiguredSource] {
  /// A source that a command line names: what is configured for it, or for the folder it is in, holds for it too.
  func named(_ path: String) -> ConfiguredSource {
    let place = Self.absolute(path)
    let holding = filter { source in
      let folder = Self.absolute(source.path)
      return place == folder || folder != "-" && place.hasPrefix(folder.hasSuffix("/") ? folder : folder + "/")
    }
    var source =
      holding.max { Self.absolute($0.path).count < Self.absolute($1.path).count } ?? ConfiguredSource(path: path)
    source.path = path
    return source
  }

  private static func absolute(_ path: String) -> String {
    path == "-" ? path : URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// The sources with their profiles, each of which is read once.
  ///
  /// - Throws: `LocatedError` when a profile cannot be used.
  func read() throws -> [Source] {
    var loaded: [String: PageProfile] = [:]
    return try map { source in
      let profiles = try source.profiles.map { file in
        let profile = try loaded[file] ?? PageProfile.load(path: file)
        loaded[file] = profile
        return profile
      }
      return Source(source.path, profiles: profiles, language: source.language?.rawValue)
    }
  }
}

extension SpokenLanguage: Encodable {}
