import HTTPTypes
import Hummingbird

/// What browsers may do with an answer: run the scripts and styles of this service and no other, and guess nothing.
struct SecurityHeaders<Context: RequestContext>: RouterMiddleware {
  func handle(
    _ request: Request, context: Context, next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    // Caches put the fields of a 304 in place of those that they keep (RFC 9111, section 3.2): a page must not get the
    // policy of what is no page.
    guard response.status != .notModified else { return response }
    let isPage = response.headers[.contentType]?.hasPrefix("text/html") ?? false
    response.headers[.contentSecurityPolicy] = isPage ? SecurityPolicy.ofPages : SecurityPolicy.ofOthers
    response.headers[.xContentTypeOptions] = "nosniff"
    if isPage { for (name, value) in SecurityPolicy.fields { response.headers[name] = value } }
    return response
  }
}

/// The policy (Content Security Policy Level 3), and fields like it.
enum SecurityPolicy {
  /// Recordings are anywhere; players of platforms are shown in frames when a reader asks for one.
  static let ofPages = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
    "media-src https: http:", "frame-src https:", "connect-src 'self'", "manifest-src 'self'", "form-action 'self'",
    "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")

  /// Nothing at all.
  static let ofOthers = "default-src 'none'; frame-ancestors 'none'"

  static let fields: [(HTTPField.Name, String)] = [
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
  ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }
}
