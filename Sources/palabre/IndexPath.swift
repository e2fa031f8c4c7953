import ArgumentParser
import Formats
import Foundation

/// Which index a command works on.
struct IndexPath: ParsableArguments {
  @Option(
    name: .customLong("index"),
    help: ArgumentHelp(
      "The index folder (default: $PALABRE_INDEX, else that of the configuration, else palabre.index).",
      valueName: "dir"),
    completion: .directory)
  var option: String?

  @Option(
    name: .customLong("config"),
    help: ArgumentHelp("A configuration file (YAML; default: $PALABRE_CONFIG, else none).", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml"]))
  var configurationOption: String?

  /// Read once, when the command line has been understood: what was checked is what is used.
  private(set) var file: ConfigurationFile?

  private enum CodingKeys: CodingKey { case option, configurationOption }

  mutating func validate() throws {
    guard let configuration else { return }
    do throws(LocatedError) {
      file = try ConfigurationFile(path: configuration.value)
    } catch {
      throw ValidationError("\(error)")
    }
  }

  /// The configuration file, and who names it.
  var configuration: Setting<String>? {
    configurationOption.map { Setting($0, .flag("--config")) }
      ?? SettingsEnvironment().text(SettingsEnvironment.configuration)
  }

  /// The index folder, and who names it.
  var setting: Setting<String> {
    option.map { Setting($0, .flag(SettingKey.index.flag)) } ?? SettingsEnvironment().text(.index) ?? file?.index
      ?? Setting("palabre.index", .default)
  }

  var path: String { setting.value }
}
