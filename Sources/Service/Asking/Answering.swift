import Debates
import Foundation
import HTTPTypes
import Hummingbird
import Schema
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
    settings =
      "\(ServiceVersion.text) \(configuration.audience) \(configuration.siteName) "
      + "\(configuration.baseURL?.description ?? "") \(words)"
  }

  /// The answer to a question about the index; without its body where the client has it already.
  ///
  /// - Parameter variant: what else than the address decides the answer, such as the language of a page.
  func answer(
    _ exchange: Exchange, variant: String = "",
    _ question: @escaping @Sendable (SearchIndex) throws -> Rendered
  ) async throws -> Response {
    let address = exchange.request.uri.string
    // Some searches count from today.
    let variant = "\(variant) \(settings) \(Moment.today.dayNumber)"
    func tag(_ revision: String) -> EntityTag { EntityTag(revision: revision, address: address, variant: variant) }
    func notModified(_ tag: EntityTag) -> Response {
      Response(status: .notModified, headers: [.eTag: tag.description, .cacheControl: cacheControl])
    }
    let held = exchange.request.headers[.ifNoneMatch]
    let known = tag(watch.sight.revision)
    // Whether there is any answer at all, which `*` asks, only the index knows.
    if known.isNamed(by: held), !EntityTag.isAnything(held) { return notModified(known) }
    let (rendered, revision) = try await pool.ask { index in
      var revision = index.revision
      var rendered = try question(index)
      if index.revision != revision {
        // A page asks several times: what is made of two revisions is the answer of neither.
        revision = index.revision
        rendered = try question(index)
      }
      return (rendered, index.revision == revision ? revision : nil)
    }
    if let revision, !rendered.isPartial, tag(revision).isNamed(by: held) { return notModified(tag(revision)) }
    var headers = rendered.headers
    headers[.contentType] = rendered.mediaType
    if rendered.isPartial {
      metrics.countPartial()
      headers[.cacheControl] = "no-store"
    } else {
      headers[.cacheControl] = cacheControl
      headers[.eTag] = revision.map { tag($0).description }
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
    // What members read passes through whoever lets them in, and stays out of what others read.
    let whose = configuration.audience == .everyone ? "public" : "private"
    return "\(whose), \(configuration.maximumAge > 0 ? "max-age=\(configuration.maximumAge)" : "no-cache")"
  }
}
