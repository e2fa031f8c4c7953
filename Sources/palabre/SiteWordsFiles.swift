import Analysis
import ArgumentParser
import Foundation
import Searching

/// Files that say what words mean on the site.
struct SiteWordsFiles: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Words that mean the same, as lines like CM = community manager (default: $PALABRE_SYNONYMS, else that of the "
        + "configuration, else none).", valueName: "file"),
    completion: .file())
  var synonyms: String?

  @Option(
    name: .customLong("stop-words"),
    help: ArgumentHelp(
      "Words that say nothing on this site (default: $PALABRE_STOP_WORDS, else those of the configuration, else none).",
      valueName: "file"),
    completion: .file())
  var stopWords: String?

  /// The words of the files that the command line names, else the environment, else the configuration.
  ///
  /// - Throws: `ValidationError` with the file, the line and what is wrong with it.
  func read(beside index: IndexPath) throws -> SiteWords {
    let synonyms = setting(self.synonyms, .synonyms, index.file?.synonyms)
    let stopWords = setting(self.stopWords, .stopWords, index.file?.stopWords)
    guard synonyms != nil || stopWords != nil else { return SiteWords() }
    let texts = (synonyms: try text(synonyms), stopWords: try text(stopWords))
    let analyzer = try Analyzer()
    do throws(SiteWordsError) {
      return try SiteWords(synonyms: texts.synonyms, stopWords: texts.stopWords, analyzer: analyzer)
    } catch {
      let file = error.list == .synonyms ? synonyms : stopWords
      throw ValidationError("\(file?.value ?? ""):\(error.line): \(error.reason)")
    }
  }

  private func setting(_ flag: String?, _ key: SettingKey, _ file: Setting<String>?) -> Setting<String>? {
    flag.map { Setting($0, .flag(key.flag)) } ?? SettingsEnvironment().text(key) ?? file
  }

  private func text(_ file: Setting<String>?) throws -> String {
    guard let file else { return "" }
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: file.value))
      guard data.count <= SiteWordsFiles.maximumBytes else {
        throw ValidationError("\(file.value): larger than \(SiteWordsFiles.maximumBytes >> 20) MB")
      }
      guard let text = String(validating: data, as: UTF8.self) else {
        throw ValidationError("\(file.value): not UTF-8; save it as UTF-8")
      }
      return text
    } catch let error as ValidationError {
      throw error
    } catch {
      let origin = file.origin.place.map { " (named by \($0))" } ?? ""
      throw ValidationError("\(file.value): cannot read: \(SystemReason.of(error))\(origin)")
    }
  }

  private static let maximumBytes = 4 << 20
}
