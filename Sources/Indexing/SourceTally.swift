import Formats
import Foundation

/// Counts what a run does, apart for each source as it was named.
///
/// The run counts once, in its receipt; whatever that has grown by since the last call belongs to the source at hand.
struct SourceTally {
  /// How many sources of a run are counted apart; those named after are in its totals alone.
  static let maximumSources = 100
  /// How many refusals of a source are remembered in one run.
  static let maximumRefusals = 1000

  private(set) var sources: [SourceReceipt]
  /// The refusals of each source, in the order of `sources`.
  private(set) var refusals: [[LocatedError]]
  private var counted = [Int](repeating: 0, count: SourceTally.counts.count)
  private var countedErrors = 0
  private var lastTime = ContinuousClock.now
  private var lastFile: (name: String, source: Int?)?

  private static var counts: [(run: KeyPath<Receipt, Int>, source: WritableKeyPath<SourceReceipt, Int>)] {
    [
      (\.read, \.read), (\.indexed, \.indexed), (\.unchanged, \.unchanged), (\.removed, \.removed),
      (\.refused, \.refused),
    ]
  }

  init(_ names: [String]) {
    var paths: Set<String> = []
    sources = names.map { SourceReceipt(source: $0, path: SourcePath.absolute($0)) }
      .filter { paths.insert($0.path).inserted }
    sources = Array(sources.prefix(SourceTally.maximumSources))
    refusals = sources.map { _ in [] }
  }

  /// What `receipt` has grown by came of this work.
  mutating func take(_ work: Pipeline.Work, _ receipt: Receipt) {
    guard let file = work.file else { return }
    take(file, receipt)
  }

  /// What `receipt` has grown by came from this file, as it was named or absolute.
  mutating func take(_ file: String, _ receipt: Receipt) {
    let source = source(of: file)
    for (row, count) in SourceTally.counts.enumerated() {
      let total = receipt[keyPath: count.run]
      if let source { sources[source][keyPath: count.source] += total - counted[row] }
      counted[row] = total
    }
    let now = ContinuousClock.now
    if let source { sources[source].duration += (now - lastTime) / .seconds(1) }
    lastTime = now
  }

  /// Remembers what is refused for now.
  mutating func refuse(_ error: LocatedError) {
    guard let source = source(of: error.file), refusals[source].count < SourceTally.maximumRefusals else { return }
    refusals[source].append(error)
  }

  /// Counts bytes that were read from files, as they were named.
  mutating func add(bytes: [String: Int64]) {
    for (file, bytes) in bytes {
      if let source = source(of: file) { sources[source].bytes += bytes }
    }
  }

  /// The source that holds a file; the innermost one, when one is named that lies in another.
  private mutating func source(of file: String) -> Int? {
    if let lastFile, lastFile.name == file { return lastFile.source }
    let path = SourcePath.absolute(file)
    let source = sources.indices.filter { SourcePath.contains(sources[$0].path, path) }
      .max { sources[$0].path.utf8.count < sources[$1].path.utf8.count }
    lastFile = (file, source)
    return source
  }
}

extension Pipeline.Work {
  /// Where it was read; nil for what is no record.
  fileprivate var file: String? {
    switch self {
    case .prepared(_, _, let place), .unchanged(_, let place, _, _), .known(_, _, let place), .feed(_, let place),
      .deletion(_, let place):
      place.source
    case .refused(let error): error.file
    case .notice, .failed: nil
    }
  }
}
