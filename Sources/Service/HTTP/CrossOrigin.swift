import HTTPTypes
import Hummingbird

/// Lets scripts of other sites ask the API, where the operator named them.
struct CrossOrigin<Context: RequestContext>: RouterMiddleware {
  /// `*` for all.
  let allowed: [String]

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    guard !allowed.isEmpty, request.uri.path.hasPrefix("/api/") || request.uri.path == "/openapi.json" else {
      return try await next(request, context)
    }
    let isOpen = allowed.contains("*")
    guard let origin = request.headers[.origin], isOpen || allowed.contains(origin) else {
      var response = try await next(request, context)
      if !isOpen { response.headers.addToVary("Origin") }
      return response
    }
    let allowedOrigin: CORSMiddleware<Context>.AllowOriginExtended = isOpen ? .all : .custom(origin)
    let middleware = CORSMiddleware<Context>(
      allowOrigin: allowedOrigin, allowHeaders: [.accept, .contentType, .ifNoneMatch],
      allowMethods: [.get, .head, .post, .options], exposedHeaders: ["ETag", "Retry-After"], maxAge: .hours(24))
    return try await middleware.handle(request, context: context, next: next)
  }
}
