import HTTPTypes
import Hummingbird
import Searching

/// What those ask who keep the service running.
struct HealthEndpoints: Sendable {
  let answering: Answering
  let canary: Canary

  var all: [Endpoint] {
    [
      Endpoint(
        path: .exact("/health/live"),
        operation: .init(
          id: "live", summary: "Whether the process answers.", answer: "Health",
          isRevalidated: false)
      ) { _ in try HealthEndpoints.response(.ok, Health(status: "live")) },
      Endpoint(
        path: .exact("/health/ready"),
        operation: .init(
          id: "ready", summary: "Whether searches are answered: asks the index for something that it has.",
          answer: "Health", isRevalidated: false)
      ) { _ in
        let failure: String?
        do {
          // What is open answers on for a while when the index is gone; whoever looks for the next one knows.
          guard answering.watch.sight.failure == nil else { throw ServiceError.indexUnavailable }
          failure = try await answering.pool.ask { try canary.failure(of: $0) }
        } catch {
          failure = Problem(error).detail
        }
        return try HealthEndpoints.response(
          failure == nil ? .ok : .serviceUnavailable,
          Health(status: failure == nil ? "ready" : "not ready", reason: failure))
      },
      Endpoint(
        path: .exact("/metrics"),
        operation: .init(
          id: "metrics", summary: "What the service counts, as Prometheus reads it.", answer: "Metrics",
          answerType: "text/plain", isRevalidated: false)
      ) { _ in
        let text = answering.metrics.text(load: answering.pool.load, sight: answering.watch.sight)
        return Response(
          status: .ok, headers: [.contentType: MetricsRegistry.mediaType, .cacheControl: "no-store"],
          body: .init(byteBuffer: ByteBuffer(string: text)))
      },
    ]
  }

  private struct Health: Encodable {
    var status: String
    var reason: String?
  }

  private static func response(_ status: HTTPResponse.Status, _ health: Health) throws -> Response {
    var headers: HTTPFields = [.contentType: JSONAnswer.mediaType, .cacheControl: "no-store"]
    if status == .serviceUnavailable { headers[.retryAfter] = "5" }
    return Response(
      status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: try JSONAnswer.encode(health))))
  }
}
