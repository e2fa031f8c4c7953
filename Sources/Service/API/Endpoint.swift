import Foundation
import HTTPTypes
import Hummingbird

/// A path of the service with what it takes, and who answers. The router, the check of methods and the OpenAPI document
/// read the table of these.
struct Endpoint: Sendable {
  /// What of an address belongs to the endpoint.
  enum Path: Sendable, Equatable {
    /// All of it.
    case exact(String)
    /// What follows the prefix is a value, percent-encoded or not: an id may have slashes.
    case value(prefix: String, name: String, suffix: String = "")

    /// As OpenAPI, the log and the metrics name it.
    var template: String {
      switch self {
      case .exact(let path): path
      case .value(let prefix, let name, let suffix): "\(prefix){\(name)}\(suffix)"
      }
    }

    /// As the router takes it.
    var route: RouterPath {
      switch self {
      case .exact(let path): RouterPath(path)
      case .value(let prefix, _, _): RouterPath(prefix + "**")
      }
    }
  }

  var path: Path
  var method: HTTPRequest.Method = .get
  /// What OpenAPI says of it; nil for pages and files.
  var operation: Operation?
  var answer: @Sendable (Exchange) async throws -> Response

  /// What programs have to know.
  struct Operation: Sendable {
    var id: String
    var summary: String
    var parameters: [Parameter] = []
    /// The name of the schema of its answer.
    var answer: String
    var answerType = "application/json"
    /// The name of the schema of its body; nil for none.
    var body: String?
    /// Statuses of its own, besides those that all may have.
    var statuses: [Int] = []
    /// Whether it tells of the index, so that the answer holds until the next commit.
    var isRevalidated = true
  }
}

/// A request on its way to an answer.
struct Exchange: Sendable {
  var request: Request
  var context: BasicRequestContext
  /// What the path holds, decoded; empty for a path that is exact.
  var value: String
  var query: RequestQuery
}

extension Endpoint {
  /// Whether a path is one of its own.
  func matches(_ path: String) -> Bool {
    if case .exact(let own) = self.path { own == path } else { value(in: path) != nil }
  }

  /// The value of a path; nil where it is none: not of the form, or not percent-encoded UTF-8.
  func value(in path: String) -> String? {
    guard case .value(let prefix, _, let suffix) = self.path else { return "" }
    guard path.hasPrefix(prefix), path.hasSuffix(suffix), path.utf8.count > prefix.utf8.count + suffix.utf8.count
    else { return nil }
    return String(path.dropFirst(prefix.count).dropLast(suffix.count)).removingPercentEncoding
  }
}
