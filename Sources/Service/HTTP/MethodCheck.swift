import HTTPTypes
import Hummingbird

/// Tells those who use another method on a known address which ones it takes.
struct MethodCheck<Context: RequestContext>: RouterMiddleware {
  let endpoints: [Endpoint]

  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPError where error.status == .notFound {
      let path = request.uri.path
      let here = endpoints.filter { $0.matches(path) }
      guard !here.isEmpty else { throw error }
      throw ServiceError.methodNotAllowed(MethodCheck.methods(of: here))
    }
  }

  /// The methods of endpoints of one path.
  static func methods(of endpoints: [Endpoint]) -> [HTTPRequest.Method] {
    let own = endpoints.map(\.method)
    return own + (own.contains(.get) ? [.head, .options] : [.options])
  }
}
