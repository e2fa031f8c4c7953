import ArgumentParser
import Formats

/// The profiles of saved pages that the command line names.
struct ProfileOption: ParsableArguments {
  @Option(
    name: .customLong("profile"),
    help: ArgumentHelp(
      "A page profile (YAML): where a site's saved pages keep what. May be given several times.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var files: [String] = []

  /// - Throws: `ValidationError`: with a profile that cannot be read, nothing is.
  func load() throws -> [PageProfile] {
    try files.map { file in
      do throws(LocatedError) {
        return try PageProfile.load(path: file)
      } catch {
        throw ValidationError("\(error)")
      }
    }
  }
}
