import Foundation
import Schema
import TestTools
import Testing

@testable import Indexing

/// The power of `kill -9`, in the middle of a run that has committed some of its batches.
@Suite(.serialized, .timeLimit(.minutes(10))) struct KillTests {
  /// 4 MB of text; a batch is 1 MB.
  private static let lines = council(0..<3200)

  @Test(arguments: [0.0, 0.05, 0.15, 0.3, 0.5])
  func nextRunCompletes(delay: Double) throws {
    let bench = try Bench(["a.ndjson": Self.lines])
    try killed(bench, after: delay)
    let status = try IndexStatus(path: bench.index)
    let debates = status.contents.reduce(0) { $0 + $1.debates }
    #expect((1..<3200).contains(debates), "killed too early or too late")
    // No receipt: the run did not end.
    #expect(status.receipts.isEmpty)

    let receipt = try bench.run("a.ndjson")
    #expect(receipt.unchanged == debates)
    #expect(receipt.indexed == 3200 - debates)
    #expect(try bench.dump() == Self.fresh.get())
  }

  private static let fresh = Result {
    let bench = try Bench(["a.ndjson": lines])
    try bench.run("a.ndjson")
    return try bench.dump()
  }

  /// Feeds standard input through a pipe that stays open, and kills once the first batch is there.
  private func killed(_ bench: Bench, after delay: Double) throws {
    // Named as a file of its own, since what comes by standard input has another source.
    let fifo = bench.root + "/a.ndjson"
    let text = try Data(contentsOf: URL(fileURLWithPath: fifo))
    try bench.remove("a.ndjson")
    guard mkfifo(fifo, 0o600) == 0 else { throw POSIXError(.EIO) }
    let process = try Tool.start(
      ["index", fifo, "--index", bench.index, "--batch", "1", "--quiet"], in: bench.root,
      input: .nothing)
    let feeder = Thread {
      // The reader dies with the pipe full: that is the point of it.
      signal(SIGPIPE, SIG_IGN)
      guard let pipe = FileHandle(forWritingAtPath: fifo) else { return }
      try? pipe.write(contentsOf: text)
      // Open until the kill, so that the run cannot end by itself.
      Thread.sleep(forTimeInterval: 60)
    }
    feeder.start()
    while !FileManager.default.fileExists(atPath: bench.index + "/CURRENT") { usleep(2000) }
    Thread.sleep(forTimeInterval: delay)
    process.signal(SIGKILL)
    #expect(process.wait() == 128 + SIGKILL)
    try bench.remove("a.ndjson")
    try text.write(to: URL(fileURLWithPath: fifo))
  }
}
