import ArgumentParser
import Foundation
import Logging
import Service

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve pages to search with, feeds, and an API over HTTP.",
    discussion: """
      Reads the index and writes nothing. What `palabre index` commits meanwhile is seen within a second, and so is an \
      index that was rebuilt.

        /                       pages to search and read, in French and English
        /api/search?q=...       the answers of palabre search --json; /openapi.json tells the rest
        /search.atom?q=...      a feed of any search; /opensearch.xml for browsers
        /health/live, /health/ready, /metrics

      It listens at this machine only unless --host says otherwise: put a web server in front that does TLS. SIGTERM \
      ends it when the requests under way are answered.

      Examples:
        palabre serve --index debates.index
        palabre serve --config /etc/palabre/palabre.yaml --base-url https://debates.example.org
      """)

  @OptionGroup var index: IndexPath
  @OptionGroup var siteWords: SiteWordsFiles

  @Option(help: ArgumentHelp("The address to listen at (default: 127.0.0.1).", valueName: "address"))
  var host: String?

  @Option(help: ArgumentHelp("The port to listen at, 0 for any (default: 8080).", valueName: "n"))
  var port: String?

  @Option(help: ArgumentHelp("Threads that search (default: one per processor).", valueName: "n"))
  var workers: String?

  @Option(help: ArgumentHelp("What the site is called, in titles and feeds (default: Palabre).", valueName: "name"))
  var siteName: String?

  @Option(
    help: ArgumentHelp(
      "Where readers reach it, as https://example.org/debates (default: as they ask).", valueName: "url"))
  var baseUrl: String?

  @Option(
    help: ArgumentHelp("A site whose scripts may ask the API, or * for all; may be given again.", valueName: "origin"))
  var allowOrigin: [String] = []

  @Option(
    help: ArgumentHelp(
      "Seconds for which caches need not ask whether an answer still holds (default: 0).", valueName: "n"))
  var maxAge: String?

  @Option(
    help: ArgumentHelp("Milliseconds after which an answer is made of what was found (default: 250).", valueName: "n"))
  var timeLimit: String?

  @Option(
    help: ArgumentHelp("Passages that the index must have for /health/ready (default: 1).", valueName: "n"))
  var leastPassages: String?

  @Option(help: ArgumentHelp("Whom to answer: public, or members (default: public).", valueName: "audience"))
  var audience: String?

  @Option(help: ArgumentHelp("text, or json for a line of JSON for each event (default: text).", valueName: "format"))
  var logFormat: String?

  @Option(help: ArgumentHelp("debug, info, notice, warning or error (default: info).", valueName: "level"))
  var logLevel: String?

  func run() throws {
    try Edge.run {
      let settings = try ServeSettings(flags: flags, file: index.file)
      var configuration = settings.configuration(index: index.path)
      configuration.siteWords = try siteWords.read(beside: index)
      let logger = ServeCommand.logger(settings)
      let server = try PalabreServer(configuration, logger: logger)
      try server.runAndWait { address in
        logger.notice("listening", metadata: ["address": "\(address)"])
      }
    }
  }

  private var flags: [ServeKey: String] {
    let flags: [(ServeKey, String?)] = [
      (.host, host), (.port, port), (.workers, workers), (.siteName, siteName), (.baseURL, baseUrl),
      (.allowOrigin, allowOrigin.isEmpty ? nil : allowOrigin.joined(separator: " ")), (.maxAge, maxAge),
      (.timeLimit, timeLimit), (.leastPassages, leastPassages), (.audience, audience), (.logFormat, logFormat),
      (.logLevel, logLevel),
    ]
    return Dictionary(uniqueKeysWithValues: flags.compactMap { key, text in text.map { (key, $0) } })
  }

  private static func logger(_ settings: ServeSettings) -> Logger {
    let isJSON = settings[.logFormat].value == LogFormat.json.rawValue
    var logger = Logger(label: "palabre") { label -> any LogHandler in
      isJSON ? JSONLog() as any LogHandler : StreamLogHandler.standardError(label: label)
    }
    logger.logLevel = Logger.Level(rawValue: settings[.logLevel].value) ?? .info
    return logger
  }
}
