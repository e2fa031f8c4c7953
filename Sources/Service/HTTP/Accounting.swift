import HTTPTypes
import Hummingbird
import Logging

/// Counts every request and writes a line about it.
struct Accounting<Context: RequestContext>: RouterMiddleware {
  let metrics: ServiceMetrics

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    metrics.begin()
    // Whatever is thrown has become an answer below this.
    let response: Response
    do {
      response = try await next(request, context)
    } catch {
      finish(request, context, status: 500, bytes: nil, since: start)
      throw error
    }
    finish(request, context, status: response.status.code, bytes: response.body.contentLength, since: start)
    return response
  }

  /// What people search for is theirs: the query part is in no log.
  private func finish(
    _ request: Request, _ context: Context, status: Int, bytes: Int?, since start: ContinuousClock.Instant
  ) {
    let duration = ContinuousClock.now - start
    let endpoint = context.endpointPath ?? "none"
    metrics.end(endpoint: endpoint, method: known(request.method), status: status, duration: duration)
    context.logger.log(
      level: status >= 500 ? .warning : .info, "request",
      metadata: [
        "method": "\(request.method.rawValue.prefix(16))", "endpoint": "\(endpoint)", "status": "\(status)",
        "ms": "\((duration / .microseconds(10)).rounded() / 100)", "bytes": "\(bytes ?? 0)",
      ])
  }

  /// A client may send any word for a method; each would be a series of its own.
  private func known(_ method: HTTPRequest.Method) -> String {
    [.get, .head, .post, .options, .put, .patch, .delete].contains(method) ? method.rawValue : "other"
  }
}
