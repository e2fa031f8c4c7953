import HTTPTypes
import Hummingbird

/// Compresses what clients take compressed, when that is worth it.
struct Compression<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    // What has not changed has no type, and is known to caches by the fields of what they hold.
    guard response.headers[.contentType].map(isText) ?? (response.status == .notModified),
      response.headers[.contentEncoding] == nil
    else { return response }
    response.headers.addToVary("Accept-Encoding")
    guard response.status != .notModified, let length = response.body.contentLength, length >= leastBytes,
      takesGzip(request.headers[.acceptEncoding])
    else { return response }
    let collector = BodyCollector()
    try await response.body.write(collector)
    guard let compressed = Gzip.compressed(collector.bytes.readableBytesView) else { return response }
    response.headers[.contentEncoding] = "gzip"
    response.body = .init(byteBuffer: ByteBuffer(bytes: compressed))
    return response
  }

  /// One packet holds it anyway.
  private let leastBytes = 1000

  private func isText(_ type: String) -> Bool {
    let type = type.prefix { $0 != ";" }
    return type.hasPrefix("text/") || type.hasSuffix("json") || type.hasSuffix("xml") || type.hasSuffix("javascript")
  }

  /// RFC 9110, section 12.5.3: named, or by `*`, and not with a weight of 0.
  private func takesGzip(_ field: String?) -> Bool {
    guard let field else { return false }
    var anything: Bool?
    for item in field.lowercased().split(separator: ",") {
      let parts = item.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
      guard let coding = parts.first else { continue }
      let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
      if coding == "gzip" || coding == "x-gzip" { return weight > 0 }
      if coding == "*" { anything = weight > 0 }
    }
    return anything ?? false
  }
}

/// What a body writes, in memory: bodies of the service are in memory already.
private final class BodyCollector: ResponseBodyWriter {
  var bytes = ByteBuffer()

  func write(_ buffer: ByteBuffer) async throws {
    var buffer = buffer
    bytes.writeBuffer(&buffer)
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension HTTPFields {
  /// What else decides the answer, once.
  mutating func addToVary(_ name: String) {
    let known = self[.vary].map { $0.split(separator: ",").map { $0.filter { $0 != " " } } } ?? []
    if !known.contains(name) { self[.vary] = (known + [name]).joined(separator: ", ") }
  }
}
