import HTTPTypes
import Hummingbird

/// Takes the body off every answer to `HEAD`, whoever made it: a client would read it as the beginning of the next.
struct HeadAnswers<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let response = try await next(request, context)
    return request.method == .head ? response.createHeadResponse() : response
  }
}
