import HTTPTypes
import Hummingbird

/// What browsers may do with an answer: run the scripts and styles of this service and no other, and guess nothing.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    response.headers[.contentSecurityPolicy] = SecurityPolicy.text
    response.headers[.xContentTypeOptions] = "nosniff"
    for (name, value) in SecurityPolicy.fields { response.headers[name] = value }
    return response
  }
}

/// The policy (Content Security Policy Level 3), and fields like it.
enum SecurityPolicy {
  /// Recordings are anywhere; players of platforms are shown in frames when a reader asks for one.
  static let text = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
    "media-src https: http:", "frame-src https:", "connect-src 'self'", "manifest-src 'self'", "form-action 'self'",
    "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  static let fields: [(HTTPField.Name, String)] = [
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
  ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
