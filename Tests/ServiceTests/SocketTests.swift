import Foundation
import HTTPTypes
import Logging
import ServiceLifecycle
import Synchronization
import TestTools
import Testing

@testable import Service

/// Clients that are slow, silent, endless or broken, over real connections.
@Suite(.timeLimit(.minutes(5))) struct SocketTests {
  /// A service that listens.
  private struct Running: Sendable {
    let trial: TrialService
    let port: Int
    let group: ServiceGroup
    let end: Task<Void, any Error>

    init(_ change: (inout ServiceConfiguration) -> Void = { _ in }) async throws {
      trial = try TrialService(records: [HeaderTests.record]) {
        $0.port = 0
        change(&$0)
      }
      let heard = Heard()
      let group = trial.server.group { address in
        heard.port.withLock { $0 = Int(address.split(separator: ":").last ?? "") }
      }
      self.group = group
      end = Task { try await group.run() }
      #expect(try await eventually { heard.port.withLock { $0 != nil } })
      port = try #require(heard.port.withLock { $0 })
    }
  }

  private final class Heard: Sendable {
    let port = Mutex<Int?>(nil)
  }

  /// Runs a service, and ends it.
  private func withService(
    _ change: (inout ServiceConfiguration) -> Void = { _ in },
    _ body: @escaping @Sendable (Int) async throws -> Void
  ) async throws {
    let running = try await Running(change)
    let result: Result<Void, any Error>
    do { result = .success(try await body(running.port)) } catch { result = .failure(error) }
    await running.group.triggerGracefulShutdown()
    _ = try? await running.end.value
    try result.get()
  }

  private static let get = "GET /health/live HTTP/1.1\r\nHost: a.example\r\n\r\n"

  @Test func connectionsAreKept() async throws {
    try await withService { port in
      let (texts, isClosed) = try await blocking {
        let client = try RawClient(port: port)
        var texts: [String] = []
        for _ in 1...3 {
          client.send(SocketTests.get)
          texts.append(client.receive { $0.hasSuffix("}") }.text)
        }
        client.send(SocketTests.get.replacing("\r\n\r\n", with: "\r\nConnection: close\r\n\r\n"))
        return (texts, client.receive().isClosed)
      }
      #expect(texts.allSatisfy { $0.hasPrefix("HTTP/1.1 200 OK\r\n") && $0.hasSuffix(#"{"status":"live"}"#) })
      #expect(isClosed)
      #expect(texts.allSatisfy { !$0.lowercased().contains("\r\nserver:") })
    }
  }

  /// Whatever a client leaves open, the service closes.
  @Test(arguments: [
    "", "GET", "GET /health/live HTTP/1.1\r\nHost: a", "GET /health/live HTTP/1.1\r\nHost: a.example\r\n\r\n",
    "POST /api/related HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{",
    "nonsense\r\n\r\n", "GET /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
    "GET /health/live HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000\r\n\r\nx",
  ])
  func halfOpenConnectionsAreClosed(sent: String) async throws {
    try await withService {
      $0.idleTimeout = .milliseconds(300)
      $0.exchangeTimeout = .seconds(2)
    } _: { port in
      let isClosed = try await blocking {
        let client = try RawClient(port: port)
        client.send(sent)
        return client.receive().isClosed
      }
      #expect(isClosed)
    }
  }

  /// A client that sends a byte now and then is never idle, and is closed all the same.
  @Test(arguments: [
    "POST /api/related HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n",
    // Answered at once; the rest of the body keeps the connection no longer than any other.
    "GET /health/live HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n",
    "GET /health/live HTTP/1.1\r\nHost: a\r\nX: ",
  ])
  func tricklesEnd(head: String) async throws {
    try await withService {
      $0.idleTimeout = .seconds(1)
      $0.exchangeTimeout = .seconds(2)
    } _: { port in
      let isClosed = try await blocking {
        let client = try RawClient(port: port)
        client.send(head)
        for _ in 0..<200 {
          guard client.send("x") else { return true }
          Thread.sleep(forTimeInterval: 0.05)
        }
        return false
      }
      #expect(isClosed)
    }
  }

  /// A client that asks and never reads holds a connection no longer than any other.
  @Test func answersThatNobodyReads() async throws {
    try await withService {
      $0.exchangeTimeout = .seconds(1)
    } _: { port in
      let isClosed = try await blocking {
        let client = try RawClient(port: port)
        let request = "GET /openapi.json HTTP/1.1\r\nHost: a\r\n\r\n"
        // Beyond what the buffers of the system hold.
        for _ in 0..<2000 where !client.send(request) { return true }
        Thread.sleep(forTimeInterval: 2)
        for _ in 0..<2000 where !client.send(request) { return true }
        return client.receive().isClosed
      }
      #expect(isClosed)
    }
  }

  struct Row: Sendable, CustomStringConvertible {
    let name: String
    let request: String
    let statuses: Set<String>
    var description: String { name }
  }

  @Test(arguments: [
    Row(
      name: "head too large",
      request: "GET / HTTP/1.1\r\nHost: a\r\n"
        + (0..<90).map { "X\($0): \(String(repeating: "x", count: 4000))\r\n" }.joined()
        + "\r\n", statuses: ["400", "431"]),
    Row(
      name: "field too large",
      request: "GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "x", count: 270_000))\r\n\r\n",
      statuses: ["400", "431"]),
    Row(
      name: "too many fields",
      request: "GET / HTTP/1.1\r\nHost: a\r\n" + (0..<200).map { "X\($0): x\r\n" }.joined() + "\r\n",
      statuses: ["400", "431"]),
    Row(
      name: "address too long",
      request:
        "GET /search?q=\(String(repeating: "x", count: 40_000)) HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      statuses: ["414"]),
    Row(
      name: "address beyond reading",
      request: "GET /search?q=\(String(repeating: "x", count: 100_000)) HTTP/1.1\r\nHost: a\r\n\r\n",
      statuses: ["400", "414"]),
    Row(
      name: "body too large",
      request: "POST /api/related HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n"
        + "Content-Length: 1100000\r\n\r\n" + String(repeating: " ", count: 1_100_000), statuses: ["413"]),
    Row(
      name: "chunks too large",
      request: "POST /api/related HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Type: application/json\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n"
        + [String](repeating: "10000\r\n\(String(repeating: " ", count: 65_536))\r\n", count: 17).joined()
        + "0\r\n\r\n",
      statuses: ["413"]),
    Row(name: "no HTTP", request: "\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}\r\n\r\n", statuses: ["400"]),
    Row(
      name: "two lengths",
      request: "POST /api/related HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n12345",
      statuses: ["400"]),
    Row(
      name: "length and chunks",
      request:
        "POST /api/related HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      statuses: ["400"]),
    Row(
      name: "another site's address",
      request: "GET http://evil.example/nothing HTTP/1.1\r\nHost: a\r\nAccept: text/html\r\nConnection: close\r\n\r\n",
      statuses: ["404"]),
    Row(
      name: "all of it", request: "OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      statuses: ["404", "204"]),
    Row(
      name: "tunnel", request: "CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\nConnection: close\r\n\r\n",
      statuses: ["404", "405", "400"]),
    Row(
      name: "not UTF-8", request: "GET /search?q=\u{FFFD}é&\u{1F41F} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
      statuses: ["200", "400"]),
    Row(name: "HEAD", request: "HEAD / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", statuses: ["200"]),
    Row(name: "no host", request: "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", statuses: ["200", "400"]),
  ])
  func requestsThatAreOdd(row: Row) async throws {
    try await withService {
      $0.idleTimeout = .seconds(1)
    } _: { port in
      let (text, isClosed) = try await blocking {
        let client = try RawClient(port: port)
        client.send(row.request)
        return client.receive()
      }
      let status = String(text.split(separator: " ").dropFirst().first ?? "")
      #expect(row.statuses.contains(status) && isClosed, "\(text.prefix(300))")
      #expect(!text.contains("evil.example"))
      if row.name == "HEAD" { #expect(text.hasSuffix("\r\n\r\n") && text.lowercased().contains("content-length:")) }
      // The service goes on.
      let after = try await blocking {
        let client = try RawClient(port: port)
        client.send(SocketTests.get)
        return client.receive { $0.hasSuffix("}") }.text
      }
      #expect(after.contains("200 OK"))
    }
  }

  /// Nothing that a client sends ends up as a line of an answer's head.
  @Test func answersAreNotSplit() async throws {
    try await withService { port in
      let text = try await blocking {
        let client = try RawClient(port: port)
        client.send(
          "GET /search?q=a%0D%0ASet-Cookie:x=y&ui=fr%0D%0AX:y HTTP/1.1\r\nHost: a\r\nOrigin: a%0d%0aX: y\r\n"
            + "Connection: close\r\n\r\n")
        return client.receive().text
      }
      let head = try #require(text.components(separatedBy: "\r\n\r\n").first).lowercased()
      #expect(head.hasPrefix("http/1.1 200") && !head.contains("set-cookie") && !head.contains("\r\nx:"))
    }
  }

  /// What is under way when the service is told to stop is answered; what comes later is not.
  @Test func stoppingAnswersWhatIsUnderWay() async throws {
    let running = try await Running {
      $0.workers = 1
      $0.shutdownTimeout = .seconds(60)
    }
    let (port, pool) = (running.port, running.trial.server.pool)
    let gate = DispatchSemaphore(value: 0)
    let busy = Task { try await pool.ask { _ in _ = gate.wait(timeout: .distantFuture) } }
    #expect(try await eventually { pool.load.busy == 1 })
    let underWay = Task {
      try await blocking {
        let client = try RawClient(port: port)
        client.send("GET /api/status HTTP/1.1\r\nHost: a\r\n\r\n")
        return client.receive()
      }
    }
    #expect(try await eventually { pool.load.waiting == 1 })
    await running.group.triggerGracefulShutdown()
    #expect(try await eventually { (try? RawClient(port: port)) == nil })
    gate.signal()
    try await busy.value
    let (text, isClosed) = try await underWay.value
    #expect(text.contains("200 OK") && text.contains("\"revision\"") && isClosed)
    try await running.end.value
  }

  /// A request that never ends does not keep the service from ending.
  @Test func stoppingHasALimit() async throws {
    let running = try await Running { $0.shutdownTimeout = .milliseconds(300) }
    let client = try RawClient(port: running.port)
    client.send("POST /api/related HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{")
    #expect(
      try await eventually { try await running.trial.ask("/metrics").text.contains("requests_in_progress 2\n") })
    await running.group.triggerGracefulShutdown()
    _ = try? await running.end.value
    #expect((try? RawClient(port: running.port)) == nil)
    #expect(client.receive().isClosed)
  }

  @Test func anAddressThatIsTaken() async throws {
    try await withService { port in
      let other = try TrialService(records: [HeaderTests.record]) { $0.port = port }
      let error = await #expect(throws: ListeningError.self) { try await other.server.run() }
      #expect(
        error.map { "\($0)" }?.hasPrefix("127.0.0.1:\(port): cannot listen: Address already in use; take another")
          == true)
    }
    for host in ["not a host", "203.0.113.1"] {
      let other = try TrialService(records: [HeaderTests.record]) { $0.host = host }
      await #expect(throws: ListeningError.self) { try await other.server.run() }
    }
  }
}
