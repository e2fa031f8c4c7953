import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Indexing
import Logging
import NIOCore
import NIOEmbedded
import TestTools

@testable import Service

/// The service over an index of its own, asked without a socket.
final class TrialService: Sendable {
  static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures").path

  /// The fixture debates, asked by every test that changes nothing.
  static let ofFixtures = Result { try TrialService(sources: [fixtures + "/Debates"]) }

  let folder: TemporaryFolder
  let server: PalabreServer
  let log = RecordedLog()

  var index: String { folder.path + "/index" }

  /// - Parameters:
  ///   - sources: files or folders.
  ///   - records: lines of NDJSON besides.
  ///   - change: of the configuration; tests are patient, since they run beside each other.
  init(
    sources: [String] = [], records: [String] = [], _ change: (inout ServiceConfiguration) -> Void = { _ in }
  ) throws {
    folder = try TemporaryFolder()
    try TrialService.index(sources, records, in: folder)
    var configuration = ServiceConfiguration(index: folder.path + "/index")
    configuration.workers = 2
    configuration.patience = .seconds(120)
    configuration.timeLimit = .seconds(60)
    change(&configuration)
    var logger = Logger(label: "palabre") { [log] _ in log }
    logger.logLevel = .trace
    server = try PalabreServer(configuration, logger: logger)
  }

  deinit { server.close() }

  /// Indexes more, as a run beside the service does.
  func add(_ records: [String]) throws { try TrialService.index([], records, in: folder) }

  private static func index(_ sources: [String], _ records: [String], in folder: TemporaryFolder) throws {
    var sources = sources
    if !records.isEmpty {
      let name = "records-\(UUID().uuidString).ndjson"
      try folder.write(name, records.map { $0 + "\n" }.joined())
      sources.append(folder.path + "/" + name)
    }
    var problems: [String] = []
    let run = IndexRun(IndexOptions(sources: sources, index: folder.path + "/index"))
    let receipt = try run.run(onProblem: { problems.append("\($0)") })
    guard receipt.refused == 0 else { throw Refused(problems: problems) }
  }

  struct Refused: Error { var problems: [String] }

  /// - Parameter address: path and query, as a client sends them.
  func ask(_ address: String, _ headers: HTTPFields = [:], host: String = "palabre.example") async throws -> Answer {
    try await ask(address, .get, headers, host: host)
  }

  /// The same, by another method.
  func ask(
    _ address: String, _ method: HTTPRequest.Method, _ headers: HTTPFields = [:], host: String = "palabre.example",
    body: String? = nil
  ) async throws -> Answer {
    let head = HTTPRequest(method: method, scheme: "http", authority: host, path: address, headerFields: headers)
    let request = Request(head: head, body: HummingbirdCore.RequestBody(buffer: ByteBuffer(string: body ?? "")))
    var logger = Logger(label: "request") { [log] _ in log }
    logger.logLevel = .trace
    let context = BasicRequestContext(source: .init(channel: NIOAsyncTestingChannel(), logger: logger))
    let response = try await server.responder.respond(to: request, context: context)
    let collector = Collector()
    try await response.body.write(collector)
    return Answer(
      status: response.status.code, headers: response.headers, bytes: Array(collector.bytes.readableBytesView))
  }

  private final class Collector: ResponseBodyWriter {
    var bytes = ByteBuffer()

    func write(_ buffer: ByteBuffer) async throws { bytes.writeImmutableBuffer(buffer) }
    func finish(_ trailingHeaders: HTTPFields?) async throws {}
  }
}

/// Asks again until an answer is as it should be, or much longer than that may take has gone by.
func eventually(_ question: () async throws -> Bool) async throws -> Bool {
  for _ in 0..<600 {
    if try await question() { return true }
    try await Task.sleep(for: .milliseconds(20))
  }
  return false
}
