import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Schema
import Searching
import TestTools
import Testing

@testable import Service

/// Every error as programs read it, and what none of them may say.
@Suite struct ProblemTests {
  struct Row: Sendable, CustomStringConvertible {
    let error: any Error
    let status: Int
    let type: String
    var parameter: String?
    var headers: HTTPFields = [:]
    var description: String { "\(error)" }
  }

  struct Secret: Error, CustomStringConvertible {
    var description: String { "/srv/secret/index: segment 0x7f" }
  }

  static let rows: [Row] = [
    Row(
      error: ServiceError.unknownParameter("x", known: ["q"]), status: 400, type: "unknown-parameter", parameter: "x"),
    Row(error: ServiceError.invalidParameter("x", reason: "r"), status: 400, type: "invalid-parameter", parameter: "x"),
    Row(error: ServiceError.repeatedParameter("x"), status: 400, type: "invalid-parameter", parameter: "x"),
    Row(error: ServiceError.malformedAddress, status: 400, type: "malformed-address"),
    Row(error: ServiceError.notFound("no debate has this id"), status: 404, type: "not-found"),
    Row(
      error: ServiceError.methodNotAllowed([.get, .head]), status: 405, type: "method-not-allowed",
      headers: [.allow: "GET, HEAD"]),
    Row(error: ServiceError.addressTooLong(maximum: 1), status: 414, type: "address-too-long"),
    Row(error: ServiceError.bodyTooLarge(maximum: 1), status: 413, type: "body-too-large"),
    Row(
      error: ServiceError.unsupportedMediaType(accepted: ["application/json"]), status: 415,
      type: "unsupported-media-type", headers: [.accept: "application/json"]),
    Row(error: ServiceError.malformedBody("r"), status: 400, type: "malformed-body"),
    Row(error: ServiceError.bodyTooSlow, status: 408, type: "body-too-slow"),
    Row(error: ServiceError.overloaded, status: 503, type: "overloaded", headers: [.retryAfter: "1"]),
    Row(error: ServiceError.indexUnavailable, status: 503, type: "index-unavailable", headers: [.retryAfter: "5"]),
    Row(error: SearchError.foreignCursor, status: 404, type: "foreign-cursor", parameter: "after"),
    Row(error: SearchError.noSuchDebate("/srv/secret"), status: 404, type: "not-found"),
    Row(
      error: IndexError.notFound("/srv/secret/index"), status: 503, type: "index-unavailable",
      headers: [.retryAfter: "5"]),
    Row(
      error: IndexError.corrupt("/srv/secret/index", what: "0x7f"), status: 503, type: "index-unavailable",
      headers: [.retryAfter: "5"]),
    Row(error: HTTPError(.notFound), status: 404, type: "not-found"),
    Row(error: HTTPError(.badRequest, message: "bad"), status: 400, type: "http"),
    Row(error: NIOTooManyBytesError(maxBytes: 1), status: 413, type: "body-too-large"),
    Row(error: Secret(), status: 500, type: "internal"),
    Row(error: CancellationError(), status: 500, type: "internal"),
  ]

  @Test(arguments: rows) func each(row: Row) throws {
    let problem = Problem(row.error)
    #expect(problem.status == row.status)
    #expect(problem.type == "urn:palabre:problem:\(row.type)")
    #expect(problem.parameter == row.parameter)
    #expect(!problem.title.isEmpty && !problem.detail.isEmpty)
    let response = try problem.response()
    #expect(response.status.code == row.status)
    #expect(response.headers[.contentType] == "application/problem+json")
    #expect(response.headers[.cacheControl] == "no-store")
    for name in [HTTPField.Name.allow, .accept, .retryAfter] { #expect(response.headers[name] == row.headers[name]) }
    let text = String(decoding: try JSONAnswer.encode(problem), as: UTF8.self)
    for secret in ["/srv", "0x7f", "segment", "Error", "swift"] { #expect(!text.contains(secret), "\(text)") }
  }

  /// As clients meet them.
  struct Meeting: Sendable, CustomStringConvertible {
    let address: String
    var method: HTTPRequest.Method = .get
    var headers: HTTPFields = [:]
    var body: String?
    let status: Int
    let detail: String
    var description: String { "\(method) \(address.prefix(60)) \(body?.prefix(20) ?? "")" }
  }

  static let json: HTTPFields = [.contentType: "application/json"]

  @Test(arguments: [
    Meeting(address: "/api/search?q=%ff", status: 400, detail: "percent-encoded UTF-8"),
    Meeting(address: "/api/search?limit=x", status: 400, detail: "limit: takes a whole number from 0 to 100"),
    Meeting(address: "/api/search?from=99999999", status: 400, detail: "from: takes a date"),
    Meeting(address: "/api/speakers?rank=debates", status: 400, detail: "rank: no such parameter"),
    Meeting(address: "/api/status?q=1", status: 400, detail: "q: no such parameter"),
    Meeting(address: "/api/debates/nothing", status: 404, detail: "no debate has this id"),
    Meeting(address: "/api/debates/", status: 404, detail: "nothing has this address"),
    Meeting(address: "/api/debates/%ff", status: 404, detail: "nothing has this address"),
    Meeting(address: "/api/debates/\(String(repeating: "x", count: 10_000))", status: 404, detail: "no debate"),
    Meeting(address: "/api/debates/a%00b", status: 404, detail: "no debate"),
    Meeting(address: "/api/speakers/nobody", status: 404, detail: "nobody has this id"),
    Meeting(address: "/api/speakers/\(String(repeating: "x", count: 10_000))", status: 404, detail: "nobody"),
    Meeting(address: "/api/expertises/nothing", status: 404, detail: "no expertise has this name"),
    Meeting(
      address: "/api/expertises/\(String(repeating: "%C3%A9", count: 5000))", status: 404, detail: "no expertise"),
    Meeting(address: "/api/related/nothing", status: 404, detail: "no debate has"),
    Meeting(address: "/api/related/\(String(repeating: "x", count: 10_000))", status: 404, detail: "no debate has"),
    Meeting(address: "/api/search?after=%25", status: 404, detail: "after is no cursor"),
    Meeting(address: "/nothing", status: 404, detail: "nothing has this address"),
    Meeting(address: "/../../etc/passwd", status: 404, detail: "nothing has this address"),
    Meeting(address: "/assets/../schemas.json", status: 404, detail: "nothing has this address"),
    Meeting(address: "/assets/%2e%2e%2fschemas.json", status: 404, detail: "nothing has this address"),
    Meeting(address: "/api/search", method: .post, status: 405, detail: "GET, HEAD, OPTIONS"),
    Meeting(address: "/debates/x", method: .delete, status: 405, detail: "GET, HEAD, OPTIONS"),
    Meeting(address: "/api/related", status: 405, detail: "POST, OPTIONS"),
    Meeting(address: "/health/live", method: .put, status: 405, detail: "GET, HEAD, OPTIONS"),
    Meeting(address: "/api/search?q=\(String(repeating: "x", count: 40_000))", status: 414, detail: "32768 bytes"),
    Meeting(address: "/api/related", method: .post, body: "{}", status: 415, detail: "send application/json"),
    Meeting(address: "/api/related", method: .post, headers: json, body: "{}", status: 400, detail: "text: missing"),
    Meeting(
      address: "/api/related", method: .post, headers: json, body: #"{"text":1}"#, status: 400, detail: "not a String"),
    Meeting(address: "/api/related", method: .post, headers: json, body: "{", status: 400, detail: "not JSON"),
    Meeting(
      address: "/api/related", method: .post, headers: json, body: String(repeating: "[", count: 100_000), status: 400,
      detail: "not JSON"),
    Meeting(
      address: "/api/related", method: .post, headers: json, body: #"{"text":""}"#, status: 400,
      detail: "1 to 100000 characters"),
    Meeting(
      address: "/api/related", method: .post, headers: json,
      body: "{\"text\":\"\(String(repeating: "x", count: 100_001))\"}", status: 400, detail: "1 to 100000 characters"),
    Meeting(
      address: "/api/related", method: .post, headers: json, body: String(repeating: " ", count: 1 << 20 | 1),
      status: 413, detail: "1048576 bytes"),
  ])
  func asClientsMeetThem(meeting: Meeting) async throws {
    let service = try TrialService.ofFixtures.get()
    let answer = try await service.ask(meeting.address, meeting.method, meeting.headers, body: meeting.body)
    #expect(answer.status == meeting.status, "\(answer.text)")
    #expect(answer[.contentType] == "application/problem+json")
    #expect(answer[.cacheControl] == "no-store")
    #expect(answer[.eTag] == nil)
    #expect(try #require(try answer.json()["detail"] as? String).contains(meeting.detail), "\(answer.text)")
    #expect(!answer.text.contains(service.folder.path))
    if meeting.status == 405 { #expect(answer[.allow] == meeting.detail) }
  }

  /// What is too large for an index' keys, and what is odd, is only not found.
  @Test(arguments: ["speaker", "author", "expertise", "category", "format", "location"])
  func longFilters(name: String) async throws {
    let service = try TrialService.ofFixtures.get()
    for value in [String(repeating: "%C3%A9", count: 200), "%00", "%F0%9F%90%9F", "%22", "*", "a%0Ab"] {
      let answer = try await service.ask("/api/search?\(name)=\(value)")
      #expect(answer.status == 200, "\(answer.text)")
      #expect(try answer.json()["total"] as? Int == 0)
    }
  }

  /// A draft is answered as a debate is.
  @Test func drafts() async throws {
    let body = #"{"text":"Les trains de nuit\nFaut-il rouvrir les lignes de nuit en Europe ?"}"#
    let service = try TrialService.ofFixtures.get()
    let headers: HTTPFields = [.contentType: "application/json; charset=utf-8"]
    let answer = try await service.ask("/api/related?limit=3", .post, headers, body: body)
    #expect(answer.status == 200, "\(answer.text)")
    #expect(answer[.cacheControl] == "no-store")
    let check = SchemaCheck(document: try await service.ask("/openapi.json").json())
    let faults = check.faults(try answer.json(), schema: "RelatedAnswer")
    #expect(faults == [], "\(faults.prefix(5))")
    #expect(try answer.json()["results"] as? [Any] != nil)
  }
}
