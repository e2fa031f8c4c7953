import HTTPTypes
import Hummingbird
import Logging

/// Makes an answer of every error: problem details for programs, a page for people.
struct Problems<Context: RequestContext>: RouterMiddleware {
  /// The page of a problem; nil for one that cannot be drawn.
  let page: @Sendable (Problem, Request) -> Response?
  let metrics: ServiceMetrics

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      guard request.uri.string.utf8.count <= RequestBounds.addressBytes else {
        throw ServiceError.addressTooLong(maximum: RequestBounds.addressBytes)
      }
      return try await next(request, context)
    } catch {
      if error as? ServiceError == .overloaded { metrics.countRefusal() }
      let problem = Problem(error)
      if problem.status >= 500, error as? ServiceError != .overloaded {
        context.logger.error(
          "no answer", metadata: ["endpoint": "\(context.endpointPath ?? "none")", "reason": "\(error)"])
      }
      if isForPeople(request), let page = page(problem, request) { return page }
      return try problem.response()
    }
  }

  private func isForPeople(_ request: Request) -> Bool {
    let path = request.uri.path
    let isForPrograms =
      ["/api/", "/health/", "/assets/", "/embed/"].contains { path.hasPrefix($0) }
      || path == "/metrics" || path == "/openapi.json"
    return !isForPrograms && request.headers[.accept].map { $0.contains("html") || $0.contains("*/*") } ?? false
  }
}
