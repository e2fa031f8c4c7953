public import Schema
public import Searching

/// What an operator decides about the service. Every limit has a default that suits a small machine.
public struct ServiceConfiguration: Sendable {
  /// The folder of the index; it is only read.
  public var index: String
  /// Whom to answer: the members' passages are in no answer for the public.
  public var audience: Audience = .everyone
  /// What words mean on the site.
  public var siteWords = SiteWords()
  /// The address to listen at.
  public var host = "127.0.0.1"
  /// The port to listen at; 0 for any that is free.
  public var port = 8080
  /// What the site is called in titles and feeds.
  public var siteName = "Palabre"
  /// Where readers reach the service, such as `https://example.org/debats`; nil to take what they ask for.
  public var baseURL: BaseURL?
  /// Sites whose scripts may ask the API, such as `https://example.org`; `*` for all.
  public var allowedOrigins: [String] = []
  /// Seconds for which caches need not ask again; 0 to have them ask each time, which costs little.
  public var maximumAge = 0
  /// Threads that search.
  public var workers = ServiceConfiguration.defaultWorkers
  /// Requests that may wait for a thread; more are refused.
  public var maximumWaiting = 256
  /// How long a request may wait for a thread.
  public var patience: Duration = .seconds(5)
  /// How long an answer may take; it is made of what was found until then.
  public var timeLimit: Duration = .milliseconds(250)
  /// Connections at one time; more wait to be accepted.
  public var maximumConnections = 1024
  /// How long a client may take to send a request, and a connection may wait for the next one.
  public var idleTimeout: Duration = .seconds(15)
  /// How long a request may take in all, until its answer is with the client.
  public var exchangeTimeout: Duration = .seconds(60)
  /// How long requests under way may take when the service is told to stop.
  public var shutdownTimeout: Duration = .seconds(20)
  /// Fewer passages than this, and the service says that it is not ready: an index that opens may still be empty.
  public var leastPassages = 1

  /// Every default, for an index.
  public init(index: String) { self.index = index }

  /// One for each processor.
  public static let defaultWorkers = max(2, System.processors)
  /// What `workers` may be.
  public static let workersRange = 1...64
}
