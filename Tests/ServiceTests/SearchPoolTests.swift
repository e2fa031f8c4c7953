import Foundation
import HTTPTypes
import Schema
import Searching
import Synchronization
import TestTools
import Testing

@testable import Service

/// Who waits for a thread, who is refused, and what an index that goes away does to them.
@Suite struct SearchPoolTests {
  private let service: TrialService

  init() throws { service = try TrialService(records: [HeaderTests.record]) }

  private func pool(
    workers: Int = 1, waiting: Int = 8, patience: Duration = .seconds(120), open: (@Sendable () throws -> Void)? = nil
  ) -> SearchPool {
    let path = service.index
    return SearchPool(.init(workers: workers, waiting: waiting, patience: patience)) {
      try open?()
      return try SearchIndex(path: path)
    }
  }

  /// Keeps threads busy until it is opened.
  private final class Gate: Sendable {
    private let semaphore = DispatchSemaphore(value: 0)

    func wait() { semaphore.wait() }
    func open(_ times: Int = 1) { for _ in 0..<times { semaphore.signal() } }
  }

  private func untilBusy(_ pool: SearchPool, _ number: Int) async throws {
    #expect(try await eventually { pool.load.busy == number })
  }

  @Test func answersComeFromTheIndex() async throws {
    let pool = pool(workers: 3, waiting: 50)
    defer { pool.close() }
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<50 { group.addTask { try await pool.ask { try $0.debates(SearchRequest("wall")).total } } }
      for try await total in group { #expect(total == 1) }
    }
    #expect(pool.load == (0, 0))
  }

  @Test func whatIsThrownReachesWhoAsked() async throws {
    let pool = pool()
    defer { pool.close() }
    await #expect(throws: ServiceError.notFound("x")) {
      try await pool.ask { _ in throw ServiceError.notFound("x") }
    }
    #expect(try await pool.ask { _ in 1 } == 1)
  }

  @Test func moreThanMayWaitIsRefused() async throws {
    let (pool, gate) = (pool(waiting: 2), Gate())
    defer { pool.close() }
    async let busy = pool.ask { _ in gate.wait() }
    try await untilBusy(pool, 1)
    async let first = pool.ask { _ in 1 }
    async let second = pool.ask { _ in 2 }
    #expect(try await eventually { pool.load.waiting == 2 })
    await #expect(throws: ServiceError.overloaded) { try await pool.ask { _ in 3 } }
    gate.open()
    _ = try await busy
    #expect(try await [first, second] == [1, 2])
    #expect(try await pool.ask { _ in 4 } == 4)
  }

  /// What waited longer than anybody waits is refused without being asked.
  @Test func patienceEnds() async throws {
    let (pool, gate) = (pool(patience: .milliseconds(500)), Gate())
    defer { pool.close() }
    // From here on its thread has an index.
    #expect(try await eventually { (try? await pool.ask { _ in true }) ?? false })
    async let busy = pool.ask { _ in gate.wait() }
    try await untilBusy(pool, 1)
    let wasAsked = Mutex(false)
    let late = Task { try await pool.ask { _ in wasAsked.withLock { $0 = true } } }
    #expect(try await eventually { pool.load.waiting == 1 })
    try await Task.sleep(for: .milliseconds(700))
    gate.open()
    _ = try await busy
    await #expect(throws: ServiceError.overloaded) { try await late.value }
    #expect(wasAsked.withLock { !$0 })
  }

  @Test func closingAnswersWhoWaits() async throws {
    let (pool, gate) = (pool(workers: 2), Gate())
    async let one = pool.ask { _ in gate.wait() }
    async let two = pool.ask { _ in gate.wait() }
    try await untilBusy(pool, 2)
    let waiting = (0..<5).map { number in Task { try await pool.ask { _ in number } } }
    #expect(try await eventually { pool.load.waiting == 5 })
    pool.close()
    await #expect(throws: ServiceError.overloaded) { try await pool.ask { _ in 9 } }
    gate.open(2)
    _ = try await (one, two)
    for (number, task) in waiting.enumerated() { #expect(try await task.value == number) }
    pool.close()
  }

  @Test func anIndexThatCannotBeOpenedIsTriedAgain() async throws {
    let tries = Mutex(0)
    let pool = pool {
      let number = tries.withLock {
        $0 += 1
        return $0
      }
      if number < 3 { throw IndexError.notFound("index") }
    }
    defer { pool.close() }
    for _ in 1...2 { await #expect(throws: IndexError.self) { try await pool.ask { _ in 1 } } }
    #expect(try await pool.ask { _ in 1 } == 1)
    #expect(try await pool.ask { _ in 2 } == 2)
    #expect(tries.withLock { $0 } == 3)
  }

  /// Under steady load somebody always waits: what was answered is let go of all the same.
  @Test func answeredQuestionsAreLetGo() async throws {
    let pool = pool(waiting: 1000)
    defer { pool.close() }
    let alive = Mutex(0)
    final class Held: Sendable {
      let alive: @Sendable (Int) -> Void
      init(_ alive: @escaping @Sendable (Int) -> Void) {
        self.alive = alive
        alive(1)
      }
      deinit { alive(-1) }
    }
    let gates = (0..<200).map { _ in Gate() }
    let tasks = gates.map { gate in
      let held = Held { change in alive.withLock { $0 += change } }
      return Task {
        try await pool.ask { _ in
          gate.wait()
          return withExtendedLifetime(held) { 0 }
        }
      }
    }
    #expect(try await eventually { pool.load.waiting == 199 })
    for (gate, _) in zip(gates, 0..<150) { gate.open() }
    #expect(try await eventually { pool.load.waiting <= 49 })
    #expect(try await eventually { alive.withLock { $0 } <= 110 })
    for gate in gates { gate.open() }
    for task in tasks { _ = try await task.value }
  }

  @Test func refusalsAreCounted() async throws {
    let gate = Gate()
    let service = try TrialService(records: [HeaderTests.record]) {
      $0.workers = 1
      $0.maximumWaiting = 1
    }
    let pool = service.server.pool
    async let busy = pool.ask { _ in gate.wait() }
    try await untilBusy(pool, 1)
    async let waiting = service.ask("/api/status")
    #expect(try await eventually { pool.load.waiting == 1 })
    let refused = try await service.ask("/api/search?q=wall")
    #expect(refused.status == 503)
    #expect(refused[.retryAfter] == "1")
    #expect(try refused.json()["type"] as? String == "urn:palabre:problem:overloaded")
    let page = try await service.ask("/search?q=wall", [.accept: "text/html", .acceptLanguage: "fr"])
    #expect(page.status == 503 && page[.retryAfter] == "1" && page[.contentType]?.hasPrefix("text/html") == true)
    #expect(Markup(page.text).faults == [])
    #expect(try await service.ask("/health/live").status == 200)
    #expect(try await service.ask("/health/ready").status == 503)
    let metrics = try await service.ask("/metrics").text
    #expect(metrics.contains("\npalabre_search_refused_total 2\n"))
    #expect(metrics.contains("\npalabre_search_waiting 1\n") && metrics.contains("\npalabre_search_busy 1\n"))
    gate.open()
    _ = try await busy
    #expect(try await waiting.status == 200)
  }
}
