import Foundation
import HTTPTypes
import Hummingbird
import Searching

/// What an index was asked, in bytes.
struct Rendered: Sendable {
  var bytes: [UInt8]
  var mediaType: String
  /// Whether the same question may find more a moment later: an answer that the time limit cut.
  var isPartial = false
  var headers: HTTPFields = [:]
}

/// Asks the index, and tells clients and caches how long an answer holds.
struct Answering: Sendable {
  let pool: SearchPool
  let watch: IndexWatch
  let configuration: ServiceConfiguration
  let metrics: ServiceMetrics
  /// What of the settings decides answers.
  private let settings: String

  init(pool: SearchPool, watch: IndexWatch, configuration: ServiceConfiguration, metrics: ServiceMetrics) {
    self.pool = pool
    self.watch = watch
    self.configuration = configuration
    self.metrics = metrics
    // Words of the site may have changed since the service was started before: its tags hold no longer then.
    let words = configuration.siteWords == SiteWords() ? "" : "\(Date().timeIntervalSince1970)"
    settings = "\(configuration.siteName) \(configuration.baseURL?.description ?? "") \(words)"
  }

  /// The answer to a question about the index; without its body where the client has it already.
  ///
  /// - Parameter variant: what else than the address decides the answer, such as the language of a page.
  func answer(
    _ exchange: Exchange, variant: String = "",
    _ question: @escaping @Sendable (SearchIndex) throws -> Rendered
  ) async throws -> Response {
    let address = exchange.request.uri.string
    let variant = "\(variant) \(settings)"
    let known = EntityTag(revision: watch.sight.revision, address: address, variant: variant)
    if known.isNamed(by: exchange.request.headers[.ifNoneMatch]) {
      return Response(status: .notModified, headers: [.eTag: known.description, .cacheControl: cacheControl])
    }
    let (rendered, revision) = try await pool.ask { index in (try question(index), index.revision) }
    var headers = rendered.headers
    headers[.contentType] = rendered.mediaType
    if rendered.isPartial {
      metrics.countPartial()
      headers[.cacheControl] = "no-store"
    } else {
      headers[.cacheControl] = cacheControl
      headers[.eTag] = EntityTag(revision: revision, address: address, variant: variant).description
    }
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: rendered.bytes)))
  }

  /// The same, of a value as JSON.
  func json(
    _ exchange: Exchange,
    _ question: @escaping @Sendable (SearchIndex) throws -> (value: any Encodable & Sendable, isPartial: Bool)
  ) async throws -> Response {
    try await answer(exchange) { index in
      let (value, isPartial) = try question(index)
      return Rendered(bytes: try JSONAnswer.encode(value), mediaType: JSONAnswer.mediaType, isPartial: isPartial)
    }
  }

  var cacheControl: String {
    configuration.maximumAge > 0
      ? "public, max-age=\(configuration.maximumAge)" : "public, no-cache"
  }
}
