import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Schema
import Searching

/// An error as programs read it: problem details (RFC 9457). The one place where an error gets its HTTP status.
struct Problem: Encodable, Sendable {
  /// Names the kind of problem, the same in every release: `urn:palabre:problem:invalid-parameter`.
  var type: String
  /// The kind in words.
  var title: String
  var status: Int
  /// What is wrong here, and the way out.
  var detail: String
  /// The parameter that is wrong; nil where it is none.
  var parameter: String?
  /// Sent with the problem.
  var headers: HTTPFields = [:]

  enum CodingKeys: String, CodingKey { case type, title, status, detail, parameter }

  /// Whether a debate, a person or an expertise is not there, rather than the address.
  var isOfSomethingGone: Bool { status == 404 && detail != Problem.unknownAddress }

  private static let unknownAddress = "nothing has this address"
  static let mediaType = "application/problem+json"

  private init(
    _ status: HTTPResponse.Status, _ name: String, _ title: String, _ detail: String, parameter: String? = nil,
    headers: HTTPFields = [:]
  ) {
    type = "urn:palabre:problem:\(name)"
    self.title = title
    self.status = status.code
    self.detail = detail
    self.parameter = parameter
    self.headers = headers
  }

  /// Of any error; what nobody expected is said to be just that, and told to the log only.
  init(_ error: any Error) {
    switch error {
    case let error as ServiceError: self.init(error)
    case SearchError.foreignCursor:
      self.init(
        .notFound, "foreign-cursor", "No such page",
        "after is no cursor of this search; take next of the page before it, and leave the other parameters as they are",
        parameter: "after")
    case SearchError.noSuchDebate:
      self.init(.notFound, "not-found", "Not found", "no debate has this id")
    case is IndexError: self.init(ServiceError.indexUnavailable)
    case let error as HTTPError: self.init(error)
    case is NIOTooManyBytesError: self.init(ServiceError.bodyTooLarge(maximum: RequestBounds.bodyBytes))
    default:
      self.init(.internalServerError, "internal", "Internal error", "a fault of the service; its log tells more")
    }
  }

  private init(_ error: HTTPError) {
    switch error.status {
    case .notFound: self.init(ServiceError.notFound(Problem.unknownAddress))
    default:
      self.init(
        error.status, "http", error.status.reasonPhrase, error.body ?? error.status.reasonPhrase, headers: error.headers
      )
    }
  }

  private init(_ error: ServiceError) {
    switch error {
    case .unknownParameter(let name, let known):
      self.init(
        .badRequest, "unknown-parameter", "Unknown parameter",
        "\(name): no such parameter; there are \(known.joined(separator: ", "))", parameter: name)
    case .invalidParameter(let name, let reason):
      self.init(.badRequest, "invalid-parameter", "Invalid parameter", "\(name): \(reason)", parameter: name)
    case .repeatedParameter(let name):
      self.init(.badRequest, "invalid-parameter", "Invalid parameter", "\(name): given twice", parameter: name)
    case .malformedAddress:
      self.init(.badRequest, "malformed-address", "Malformed address", "the address is not percent-encoded UTF-8")
    case .notFound(let detail): self.init(.notFound, "not-found", "Not found", detail)
    case .methodNotAllowed(let methods):
      let names = methods.map(\.rawValue).joined(separator: ", ")
      self.init(
        .methodNotAllowed, "method-not-allowed", "Method not allowed", "this address takes \(names)",
        headers: [.allow: names])
    case .addressTooLong(let maximum):
      self.init(
        .uriTooLong, "address-too-long", "Address too long", "an address may have \(maximum) bytes; ask for less")
    case .bodyTooLarge(let maximum):
      self.init(.contentTooLarge, "body-too-large", "Body too large", "a body may have \(maximum) bytes")
    case .unsupportedMediaType(let accepted):
      self.init(
        .unsupportedMediaType, "unsupported-media-type", "Unsupported media type",
        "send \(accepted.joined(separator: " or "))", headers: [.accept: accepted.joined(separator: ", ")])
    case .malformedBody(let reason):
      self.init(.badRequest, "malformed-body", "Malformed body", reason)
    case .bodyTooSlow:
      self.init(.requestTimeout, "body-too-slow", "Request timeout", "the body did not come in time")
    case .overloaded:
      self.init(
        .serviceUnavailable, "overloaded", "Overloaded", "too many requests at once; ask again in a second",
        headers: [.retryAfter: "1"])
    case .indexUnavailable:
      self.init(
        .serviceUnavailable, "index-unavailable", "Index unavailable",
        "the index cannot be read at the moment; ask again in some seconds", headers: [.retryAfter: "5"])
    }
  }

  /// As a response for programs.
  func response() throws -> Response {
    var headers = headers
    headers[.contentType] = Problem.mediaType
    headers[.cacheControl] = "no-store"
    return Response(
      status: .init(code: status), headers: headers,
      body: .init(byteBuffer: ByteBuffer(bytes: try JSONAnswer.encode(self))))
  }
}
