import Dispatch
import HTTPTypes
import Hummingbird
import HummingbirdCore
public import Logging
import NIOCore
import Searching
import ServiceLifecycle
import Synchronization
import UnixSignals

/// The service: an index, the threads that search it, and what is served of it.
///
/// ```swift
/// let server = try PalabreServer(ServiceConfiguration(index: "palabre.index"), logger: Logger(label: "palabre"))
/// try await server.run { address in print("listening at \(address)") }
/// ```
public struct PalabreServer: Sendable {
  private let configuration: ServiceConfiguration
  private let logger: Logger
  let pool: SearchPool
  let watch: IndexWatch
  /// What answers requests; tests ask it without a socket.
  let responder: RouterResponder<BasicRequestContext>

  /// Opens the index and reads what the first answers need.
  ///
  /// - Throws: `IndexError` when there is no index that can be read; `AnalysisError`.
  public init(_ configuration: ServiceConfiguration, logger: Logger) throws {
    self.configuration = configuration
    self.logger = logger
    let shared = SharedMemory(leads: true)
    let open: @Sendable () throws -> SearchIndex = {
      let index = try SearchIndex(path: configuration.index, audience: configuration.audience, shared: shared)
      index.siteWords = configuration.siteWords
      return index
    }
    watch = try IndexWatch(try open(), logger: logger)
    pool = SearchPool(
      .init(workers: configuration.workers, waiting: configuration.maximumWaiting, patience: configuration.patience),
      open: open)
    let metrics = ServiceMetrics()
    let answering = Answering(pool: pool, watch: watch, configuration: configuration, metrics: metrics)
    responder = try Routing(answering: answering, metrics: metrics).router().buildResponder()
  }

  /// Serves until a signal says to stop; what is under way then has `shutdownTimeout` to end.
  ///
  /// - Parameter isListening: called once, with the address to reach the service at.
  /// - Throws: `ListeningError` when the address cannot be listened at.
  public func run(isListening: @escaping @Sendable (String) -> Void = { _ in }) async throws {
    defer { close() }
    do {
      try await group(isListening).run()
    } catch let error where ListeningError.isReason(error) {
      throw ListeningError(host: configuration.host, port: configuration.port, reason: error)
    }
  }

  /// The same, on a thread that waits for the end. (A program whose `main` is asynchronous needs more descriptors than
  /// one that only indexes may have.)
  ///
  /// - Throws: as `run(isListening:)`.
  public func runAndWait(isListening: @escaping @Sendable (String) -> Void = { _ in }) throws {
    let ended = DispatchSemaphore(value: 0)
    let result = Mutex<Result<Void, any Error>>(.success(()))
    Task {
      do { try await run(isListening: isListening) } catch { result.withLock { $0 = .failure(error) } }
      ended.signal()
    }
    ended.wait()
    try result.withLock { $0 }.get()
  }

  /// What runs, and ends in good order when it is told to.
  func group(_ isListening: @escaping @Sendable (String) -> Void) -> ServiceGroup {
    var group = ServiceGroupConfiguration(
      services: [application(isListening)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    group.maximumGracefulShutdownDuration = configuration.shutdownTimeout
    return ServiceGroup(configuration: group)
  }

  /// Ends the threads when what waits is answered. A service that ran has done it.
  func close() {
    pool.close()
    watch.stop()
  }

  private func application(_ isListening: @escaping @Sendable (String) -> Void) -> some ApplicationProtocol {
    let exchangeTimeout = configuration.exchangeTimeout
    return Application(
      responder: responder,
      server: .http1(
        configuration: .init(
          additionalChannelHandlers: [ConnectionDeadline(timeout: TimeAmount(exchangeTimeout))],
          idleTimeout: TimeAmount(configuration.idleTimeout),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: RequestBounds.headerFieldBytes, maxHeaderListSize: RequestBounds.headerBytes,
            maxHeaderFieldCount: RequestBounds.headerFields))),
      configuration: .init(
        address: .hostname(configuration.host, port: configuration.port), serverName: nil, backlog: 1024,
        availableConnectionsDelegate: MaximumAvailableConnections(configuration.maximumConnections)),
      onServerRunning: { channel in
        isListening(channel.localAddress.map(PalabreServer.address) ?? "")
      },
      logger: logger)
  }

  private static func address(of socket: SocketAddress) -> String {
    let host = socket.ipAddress ?? ""
    return "http://\(host.contains(":") ? "[\(host)]" : host):\(socket.port ?? 0)"
  }
}
