import CDeflate
import Foundation
import HTTPTypes
import Testing

@testable import Service

/// What stands around answers: methods, compression, other sites, and what browsers may do.
@Suite struct HeaderTests {
  static let pages = [
    "/", "/search", "/search?q=budget", "/debates/community-manager-2009", "/speakers/ottoline-marsh",
    "/expertises/Marketing",
  ]
  static let api = [
    "/api/search?q=budget", "/api/speakers?q=budget", "/api/expertises?q=budget", "/api/debates/green-belt-2013",
    "/api/speakers/ottoline-marsh", "/api/expertises/Marketing", "/api/related/green-belt-2013", "/api/suggest?q=com",
    "/api/status",
  ]
  static let feeds = [
    "/search.atom?q=budget", "/opensearch/suggest?q=com", "/embed/green-belt-2013.js",
  ]
  static let others = ["/opensearch.xml", "/openapi.json", "/robots.txt"]
  static let health = ["/health/live", "/health/ready", "/metrics"]
  static let everything = pages + api + feeds + others + health
  static let problems = ["/nothing", "/api/nothing", "/api/search?nonsense=1", "/debates/nothing", "/embed/nothing.js"]

  /// But for what is new with each answer.
  private func without(_ fields: HTTPFields) -> [String: String] {
    Dictionary(fields.map { ($0.name.canonicalName, $0.value) }) { "\($0), \($1)" }
      .filter { $0.key != "date" && $0.key != "content-length" }
  }

  @Test(arguments: everything + problems) func headHasTheHeadersAndNoBody(address: String) async throws {
    let service = try TrialService.ofFixtures.get()
    let accept: HTTPFields = [.accept: "text/html", .acceptEncoding: "gzip"]
    let whole = try await service.ask(address, accept)
    let head = try await service.ask(address, .head, accept)
    #expect(head.status == whole.status)
    #expect(head.bytes.isEmpty)
    #expect(without(head.headers) == without(whole.headers))
    let length = try #require(head[.contentLength].flatMap(Int.init))
    // Some tell how long they took, or what the moment is.
    let tells = ["/api/", "/search", "/health", "/metrics"].contains { address.hasPrefix($0) }
    #expect(tells ? length > 0 : length == whole.bytes.count)
    #expect(!whole.bytes.isEmpty)
  }

  @Test(arguments: everything) func methods(address: String) async throws {
    let service = try TrialService.ofFixtures.get()
    let options = try await service.ask(address, .options)
    #expect(options.status == 204)
    #expect(options[.allow] == "GET, HEAD, OPTIONS")
    #expect(options.bytes.isEmpty)
    for method in [HTTPRequest.Method.post, .put, .patch, .delete, try #require(HTTPRequest.Method("BREW"))] {
      let refused = try await service.ask(address, method)
      #expect(refused.status == 405)
      #expect(refused[.allow] == "GET, HEAD, OPTIONS")
    }
  }

  @Test(arguments: everything + problems) func browsersAreTold(address: String) async throws {
    let answer = try await TrialService.ofFixtures.get().ask(address, [.accept: "text/html"])
    let policy = try #require(answer[.contentSecurityPolicy])
    #expect(!policy.contains("unsafe"))
    #expect(policy.hasPrefix("default-src 'none'"))
    #expect(policy.contains("frame-ancestors 'none'"))
    #expect(answer[.xContentTypeOptions] == "nosniff")
    #expect(answer[.contentType] != nil)
    guard answer[.contentType]?.hasPrefix("text/html") == true else {
      return #expect(policy == "default-src 'none'; frame-ancestors 'none'")
    }
    for directive in ["script-src 'self'", "style-src 'self'", "base-uri 'none'", "form-action 'self'"] {
      #expect(policy.contains(directive))
    }
    #expect(answer.field("X-Frame-Options") == "DENY")
    #expect(answer.field("Referrer-Policy") == "strict-origin-when-cross-origin")
    #expect(answer.field("Permissions-Policy")?.contains("camera=()") == true)
    #expect(answer.field("Cross-Origin-Opener-Policy") == "same-origin")
  }

  // MARK: Compression

  @Test(arguments: [
    ("gzip", true), ("gzip, deflate, br", true), ("x-gzip", true), ("GZIP", true), ("*", true), ("gzip;q=0.5", true),
    ("br, *;q=0.1", true), ("*;q=0, gzip", true), ("gzip ; q=1.0", true),
    ("gzip;q=0", false), ("gzip;q=0.0", false), ("gzip;q=0, *", false), ("*;q=0", false), ("br", false), ("", false),
    ("identity", false), ("gzipped", false), ("gzip;q=nan", false), (",,;,", false),
  ])
  func compression(accepted: String, isTaken: Bool) async throws {
    let service = try TrialService.ofFixtures.get()
    let plain = try await service.ask("/debates/community-manager-2009")
    let answer = try await service.ask("/debates/community-manager-2009", [.acceptEncoding: accepted])
    #expect(plain[.contentEncoding] == nil && plain.list(.vary).contains("Accept-Encoding"))
    #expect(answer.list(.vary).contains("Accept-Encoding"))
    #expect(answer[.contentEncoding] == (isTaken ? "gzip" : nil))
    #expect(answer[.eTag] == plain[.eTag])
    #expect(try isTaken ? inflated(answer.bytes) == plain.bytes : answer.bytes == plain.bytes)
    if isTaken { #expect(answer.bytes.count < plain.bytes.count / 2) }
  }

  @Test func whatIsSmallIsNotCompressed() async throws {
    let answer = try await TrialService.ofFixtures.get().ask("/health/live", [.acceptEncoding: "gzip"])
    #expect(answer[.contentEncoding] == nil)
  }

  @Test(arguments: [[], [0], [UInt8](repeating: 65, count: 10_000)]) func gzip(bytes: [UInt8]) throws {
    let compressed = Gzip.compressed(bytes)
    #expect((compressed == nil) == (bytes.count < 2))
    if let compressed { #expect(try inflated(compressed, capacity: 10_000) == bytes) }
  }

  private func inflated(_ bytes: [UInt8], capacity: Int = 1 << 22) throws -> [UInt8] {
    let decompressor = try #require(libdeflate_alloc_decompressor())
    defer { libdeflate_free_decompressor(decompressor) }
    return [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      _ = libdeflate_gzip_decompress(decompressor, bytes, bytes.count, output.baseAddress, output.count, &count)
    }
  }

  // MARK: Other sites

  struct Origin: Sendable, CustomStringConvertible {
    let allowed: [String]
    let origin: String?
    let address: String
    let answer: String?
    let varies: Bool
    var description: String { "\(allowed) \(origin ?? "none") \(address)" }
  }

  @Test(arguments: [
    Origin(allowed: [], origin: "https://a.example", address: "/api/status", answer: nil, varies: false),
    Origin(
      allowed: ["https://a.example"], origin: "https://a.example", address: "/api/status", answer: "https://a.example",
      varies: true),
    Origin(
      allowed: ["https://a.example", "https://b.example"], origin: "https://b.example", address: "/openapi.json",
      answer: "https://b.example", varies: true),
    Origin(
      allowed: ["https://a.example"], origin: "https://b.example", address: "/api/status", answer: nil, varies: true),
    Origin(
      allowed: ["https://a.example"], origin: "https://a.example.evil", address: "/api/status", answer: nil,
      varies: true),
    Origin(
      allowed: ["https://a.example"], origin: "http://a.example", address: "/api/status", answer: nil, varies: true),
    Origin(allowed: ["https://a.example"], origin: "null", address: "/api/status", answer: nil, varies: true),
    Origin(allowed: ["https://a.example"], origin: nil, address: "/api/status", answer: nil, varies: true),
    Origin(
      allowed: ["https://a.example"], origin: "https://a.example", address: "/api/search?limit=x",
      answer: "https://a.example", varies: true),
    Origin(allowed: ["*"], origin: "https://b.example", address: "/api/status", answer: "*", varies: false),
    Origin(allowed: ["*"], origin: "https://b.example", address: "/", answer: nil, varies: false),
    Origin(allowed: ["*"], origin: "https://b.example", address: "/metrics", answer: nil, varies: false),
  ])
  func otherSites(row: Origin) async throws {
    let service = try TrialService(records: [HeaderTests.record]) { $0.allowedOrigins = row.allowed }
    var headers: HTTPFields = [:]
    headers[.origin] = row.origin
    let answer = try await service.ask(row.address, headers)
    #expect(answer[.accessControlAllowOrigin] == row.answer)
    #expect(answer[.accessControlAllowCredentials] == nil)
    #expect(answer.list(.vary).contains("Origin") == row.varies)
    headers[.accessControlRequestMethod] = "POST"
    let preflight = try await service.ask(row.address, .options, headers)
    #expect(preflight[.accessControlAllowOrigin] == row.answer)
    #expect((preflight[.accessControlAllowMethods] != nil) == (row.answer != nil))
    #expect(preflight.status == 204)
  }

  static let record =
    #"{"id":"a","title":"Wall","date":"2009","language":"en","transcript":[{"text":"A wall is a wall."}]}"#
}
