import CoreMetrics
import Foundation
import HTTPTypes
import Testing

@testable import Service

/// What the service counts, as Prometheus reads it, and what it writes to its log.
@Suite struct MetricsTests {
  /// A sample: its name, its labels as written, its number.
  struct Sample {
    var name: String
    var labels: String
    var value: Double
  }

  /// Reads the text format (Prometheus text exposition format 0.0.4), strictly.
  private func read(_ text: String) throws -> (kinds: [String: String], samples: [Sample]) {
    var kinds: [String: String] = [:]
    var help: Set<String> = []
    var samples: [Sample] = []
    #expect(text.hasSuffix("\n"))
    for line in text.split(separator: "\n") {
      if let kind = line.wholeMatch(of: #/# TYPE ([a-zA-Z_:][\w:]*) (counter|gauge|histogram)/#) {
        #expect(kinds.updateValue(String(kind.output.2), forKey: String(kind.output.1)) == nil, "\(line)")
      } else if let told = line.wholeMatch(of: #/# HELP ([a-zA-Z_:][\w:]*) .+/#) {
        #expect(help.insert(String(told.output.1)).inserted, "\(line)")
      } else {
        let sample = try #require(
          line.wholeMatch(of: #/([a-zA-Z_:][\w:]*)(\{(?:[a-z_]+="(?:[^"\\]|\\.)*",?)*\})? ([0-9.eE+-]+)/#), "\(line)")
        samples.append(
          Sample(
            name: String(sample.output.1), labels: String(sample.output.2 ?? ""),
            value: try #require(Double(sample.output.3))))
      }
    }
    #expect(help == Set(kinds.keys))
    #expect(Set(samples.map { $0.name + $0.labels }).count == samples.count)
    return (kinds, samples)
  }

  @Test func theFormat() async throws {
    let service = try TrialService(records: [HeaderTests.record])
    for address in ["/", "/search?q=wall", "/api/search?q=wall", "/debates/a", "/nothing", "/api/search?limit=x"] {
      _ = try await service.ask(address)
    }
    let answer = try await service.ask("/metrics")
    #expect(answer[.contentType] == "text/plain; version=0.0.4; charset=utf-8")
    #expect(answer[.cacheControl] == "no-store")
    let (kinds, samples) = try read(answer.text)
    for sample in samples {
      let family = ["_bucket", "_sum", "_count"].reduce(sample.name) {
        $0.hasSuffix($1) ? String($0.dropLast($1.count)) : $0
      }
      #expect(kinds[sample.name] != nil || kinds[family] == "histogram", "\(sample)")
      if kinds[sample.name] == "counter" { #expect(sample.name.hasSuffix("_total")) }
    }
    let requests = samples.filter { $0.name == "palabre_http_requests_total" }
    #expect(requests.map(\.value).reduce(0, +) == 6)
    #expect(requests.contains { $0.labels == #"{endpoint="/debates/{id}",method="GET",status="200"}"# })
    #expect(samples.first { $0.name == "palabre_index_readable" }?.value == 1)
    #expect(samples.first { $0.name == "palabre_index_debates" }?.value == 1)
    #expect(samples.first { $0.name == "palabre_http_requests_in_progress" }?.value == 1)
  }

  @Test func histogramsAddUp() async throws {
    let service = try TrialService(records: [HeaderTests.record])
    for _ in 0..<5 { _ = try await service.ask("/api/search?q=wall") }
    let (_, samples) = try read(try await service.ask("/metrics").text)
    let buckets = samples.filter {
      $0.name == "palabre_http_request_duration_seconds_bucket" && $0.labels.contains(#"endpoint="/api/search""#)
    }
    #expect(buckets.count == Series.bounds.count + 1)
    #expect(zip(buckets, buckets.dropFirst()).allSatisfy { $0.value <= $1.value })
    #expect(buckets.last?.labels.contains(#"le="+Inf""#) == true)
    let count = samples.first {
      $0.name == "palabre_http_request_duration_seconds_count" && $0.labels == #"{endpoint="/api/search"}"#
    }
    #expect(buckets.last?.value == 5 && count?.value == 5)
  }

  @Test(arguments: [
    (0.0, 1), (0.001, 1), (0.0011, 2), (10, 12), (10.1, 13), (-1, 1), (Double.infinity, 13), (Double.nan, 13),
  ])
  func bounds(value: Double, first: Int) {
    let series = Series()
    series.record(value)
    let lines = series.text("x", "", .histogram).split(separator: "\n")
    #expect(lines.count == Series.bounds.count + 3)
    #expect(lines.firstIndex { $0.hasSuffix(" 1") } == first - 1)
  }

  /// Whatever clients send, what is counted stays a handful of lines.
  @Test func seriesAreBounded() async throws {
    let service = try TrialService(records: [HeaderTests.record])
    func lines() async throws -> Int { try await service.ask("/metrics").text.split(separator: "\n").count }
    for address in ["/nothing", "/debates/nothing", "/api/search?limit=x", "/search?q=a"] {
      for method in ["GET", "HEAD", "BREW"] {
        _ = try await service.ask(address, try #require(HTTPRequest.Method(method)))
      }
    }
    _ = try await lines()
    let before = try await lines()
    for number in 0..<50 {
      _ = try await service.ask("/nothing-\(number)")
      _ = try await service.ask("/debates/secret-\(number)")
      _ = try await service.ask("/api/search?limit=x\(number)")
      _ = try await service.ask("/search?q=secret-\(number)")
      _ = try await service.ask("/search?q=a", try #require(HTTPRequest.Method("BREW\(number)")))
    }
    #expect(try await lines() == before)
    #expect(!(try await service.ask("/metrics")).text.contains("secret"))
  }

  @Test func labelsAreEscaped() {
    let registry = MetricsRegistry(help: ["x_total": "Things."])
    registry.makeCounter(label: "x_total", dimensions: [("a", "q\"\\\n")]).increment(by: 1)
    #expect(registry.text == "# HELP x_total Things.\n# TYPE x_total counter\nx_total{a=\"q\\\"\\\\\\n\"} 1\n")
  }

  /// What people look for is in no line of the log, at no level.
  @Test func logsCarryNoQueries() async throws {
    let service = try TrialService(records: [HeaderTests.record])
    for address in [
      "/search?q=zibelinette", "/api/search?q=zibelinette&limit=x", "/api/suggest?q=zibelinette",
      "/search.atom?q=zibelinette", "/opensearch/suggest?q=zibelinette", "/debates/a?q=zibelinette",
      "/nothing?q=zibelinette", "/api/search?zibelinette=1", "/api/search?after=zibelinette",
      "/search?q=zibelinette%ff", "/api/search?q=%22zibelinette%22~*%20AND%20(", "/speakers/zibelinette",
    ] {
      _ = try await service.ask(address, [.referer: "https://a.example/?q=zibelinette", .userAgent: "zibelinette"])
    }
    let body = #"{"text":"zibelinette"}"#
    _ = try await service.ask("/api/related", .post, [.contentType: "application/json"], body: body)
    let lines = service.log.lines
    #expect(lines.filter { $0.contains("request") }.count == 13)
    #expect(lines.allSatisfy { !$0.contains("zibelinette") })
    #expect(lines.contains { $0.contains("endpoint") && $0.contains("/speakers/{id}") })
  }

  @Test func errorsAreLoggedWithTheirReason() async throws {
    let service = try TrialService(records: [HeaderTests.record])
    try FileManager.default.removeItem(atPath: service.index)
    #expect(try await eventually { try await service.ask("/api/search?q=zibelinette").status == 503 })
    #expect(try await eventually { service.log.lines.contains { $0.contains("the index cannot be read") } })
    #expect(service.log.lines.contains { $0.contains("no answer") && $0.contains("/api/search") })
    #expect(service.log.lines.allSatisfy { !$0.contains("zibelinette") })
  }
}
