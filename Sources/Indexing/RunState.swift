import Analysis
import Debates
import Formats
import Foundation
import Schema

/// What a run has done so far; takes the pipeline's work in the order of the sources.
struct RunState {
  let writer: IndexWriter
  var receipt: Receipt
  /// The receipt's counts apart for each source.
  var tally: SourceTally
  /// The receipt as it was when everything in it was durable.
  private(set) var committed: Receipt
  private let options: IndexOptions
  private var notices = NoticeFilter()
  /// Ids that the sources hold, among them those of refused and deleted records: not to be pruned, and news the second
  /// time.
  private var met = IdSet()
  /// Ids that feeds hold: not to be pruned either. A record of the same debate beside them is no second one.
  private var metInFeeds = IdSet()
  private var toldTwice = IdSet()
  /// When pruning, the files that yielded a record: of the others it is not known what is in them.
  private var readFiles = IdSet()
  private var lastReadFile: String?
  /// A refusal whose record could not be named: nothing may be pruned, since it may be any.
  private var hasUnnamedRefusal = false
  private var builder: DocumentBuilder?
  /// Work on debates that this run has written where they cannot be reached yet; done in this order when they can.
  private var postponed: [Pipeline.Work] = []

  init(writer: IndexWriter, receipt: Receipt, options: IndexOptions) {
    self.writer = writer
    self.receipt = receipt
    self.options = options
    tally = SourceTally(options.sources)
    self.receipt.bySource = tally.sources
    committed = self.receipt
  }

  mutating func take(_ work: Pipeline.Work, onProblem: (LocatedError) -> Void) throws {
    if let id = work.id, writer.isOutOfReach(id) {
      postponed.append(work)
      if postponed.count >= RunState.maximumPostponed { try takePostponed(onProblem) }
      return
    }
    try act(on: work, onProblem)
  }

  private static let maximumPostponed = 1000

  /// Does what waited for the segments to be joined. Call it at the end of the sources.
  mutating func takePostponed(_ onProblem: (LocatedError) -> Void) throws {
    guard !postponed.isEmpty else { return }
    try commit()
    let postponed = self.postponed
    self.postponed = []
    for work in postponed {
      // One of them may be about the same debate as another.
      if let id = work.id, writer.isOutOfReach(id) { try commit() }
      try act(on: work, onProblem)
    }
  }

  private mutating func act(on work: Pipeline.Work, _ onProblem: (LocatedError) -> Void) throws {
    switch work {
    case .prepared(let debate, let content, let place):
      receipt.read += 1
      // What was compared with what the run found is of no use once the run has written the debate otherwise.
      let isFirst = try meet(debate.id, place, onProblem)
      try write(isFirst ? debate : prepare(content, place.source, piece: debate.stored.piece))
    case .unchanged(let content, let place, let piece, let isMoved):
      receipt.read += 1
      let isNew = try meet(content.debate.id, place, onProblem)
      if !isNew, try isStored(content) == false {
        // The same id came earlier in this run with other content; the last one counts.
        try write(prepare(content, place.source, piece: piece))
      } else {
        if isMoved || !isNew { try writer.setSource(place.source, piece: piece, of: content.debate.id) }
        receipt.unchanged += 1
      }
    case .known(let id, let item, let place):
      if met.contains(id) {
        for case .debate(let debate, _, _, _) in item.decode() {
          let piece = item.contentHash()?.hexadecimal
          try act(on: .unchanged(DebateContent(debate), place, piece: piece, isMoved: false), onProblem)
        }
      } else {
        receipt.read += 1
        _ = try meet(id, place, onProblem)
        receipt.unchanged += 1
      }
    case .feed(let debate, let place):
      receipt.read += 1
      try take(feed: debate, place, onProblem)
    case .deletion(let id, let place):
      receipt.read += 1
      _ = try meet(id, place, onProblem)
      if try writer.remove(id) { receipt.removed += 1 }
    case .refused(let error):
      receipt.read += 1
      refuse(error)
      if let id = error.record {
        met.insert(id)
        if options.prune { noteRead(SourcePath.absolute(error.file)) }
      } else {
        hasUnnamedRefusal = true
      }
      onProblem(error)
    case .notice(let notice):
      if notices.isNew(notice) { onProblem(notice) }
    case .failed(let error):
      throw error
    }
    tally.take(work, receipt)
    if writer.changedBytes >= options.batchBytes || writer.holdsTooMuch { try commit() }
  }

  mutating func commit() throws {
    try writer.commit()
    receipt.bySource = tally.sources
    committed = receipt
  }

  /// Notes a record's id and file. Returns whether the id is the first of its kind in this run, and says so once when
  /// it is not.
  private mutating func meet(
    _ id: String, _ place: Pipeline.Place, _ onProblem: (LocatedError) -> Void
  ) throws -> Bool {
    noteRead(place.source)
    if met.insert(id) { return true }
    if toldTwice.insert(id) {
      let before = try writer.stored(id).map { " in \($0.debate.source)" } ?? ""
      onProblem(
        LocatedError(
          file: place.file, line: place.line, record: id,
          reason: "this id came before in this run\(before); the last one counts"))
    }
    return false
  }

  private mutating func noteRead(_ file: String) {
    guard options.prune, file != lastReadFile else { return }
    lastReadFile = file
    readFiles.insert(file)
  }

  private mutating func refuse(_ error: LocatedError) {
    receipt.refuse(error)
    tally.refuse(error)
  }

  private func isStored(_ content: DebateContent) throws -> Bool {
    guard let stored = try writer.stored(content.debate.id) else { return false }
    return stored.debate.hash == content.hash && stored.audience == Audience(content.debate.visibility)
  }

  private mutating func write(_ debate: PreparedDebate) throws {
    try writer.write(debate)
    receipt.indexed += 1
    receipt.passages += debate.documents.count
  }

  private mutating func prepare(
    _ content: DebateContent, _ source: String, piece: String? = nil
  ) throws -> PreparedDebate {
    let builder = try self.builder ?? DocumentBuilder()
    self.builder = builder
    return try PreparedDebate(content, source: source, piece: piece, with: builder)
  }

  /// Adds the latest of a debate to what earlier feeds, of this run too, have told of it.
  private mutating func take(
    feed latest: Debate, _ place: Pipeline.Place, _ onProblem: (LocatedError) -> Void
  ) throws {
    noteRead(place.source)
    metInFeeds.insert(latest.id)
    var debate = latest
    let known = try writer.stored(latest.id)
    if let known {
      guard let record = known.debate.record else {
        // One notice a file: what the feed says is in the index with more to it.
        let notice = LocatedError(
          file: place.file,
          reason: "adds nothing to debates that are in the index as a whole, from \(known.debate.source)")
        if notices.isNew(notice) { onProblem(notice) }
        receipt.unchanged += 1
        return
      }
      guard case .debate(let earlier)? = try? RecordDecoder().decode(Data(record.utf8)).record else {
        // One debate must not end every run from now on.
        let error = LocatedError(
          file: place.file, line: place.line, record: latest.id,
          reason: "what earlier runs have kept of it is over a limit of records; it stays as it is in the index")
        refuse(error)
        return onProblem(error)
      }
      debate = earlier
      debate.update(from: latest)
    }
    let json = try debate.canonicalJSON()
    let content = try DebateContent(debate, record: json)
    if let known, known.debate.hash == content.hash, known.audience == Audience(debate.visibility) {
      receipt.unchanged += 1
      return
    }
    try write(prepare(content, place.source))
  }

  /// Removes the debates that came from these sources in an earlier run and are in them no more.
  ///
  /// Those of a file that is there and yielded no record stay: it was not read, and what is in it nobody knows.
  mutating func prune(_ sources: [String], onProblem: (LocatedError) -> Void) throws {
    guard !hasUnnamedRefusal else {
      onProblem(
        LocatedError(
          file: sources.joined(separator: " "),
          reason: "nothing was pruned: a refused record has no readable id and may be any debate; mend it first"))
      return
    }
    let folders = sources.map(SourcePath.absolute)
    var gone: [(id: String, source: String)] = []
    var unread: [String: Int] = [:]
    try writer.forEachDebate { [met, metInFeeds, readFiles] debate in
      // What a feed has dropped is old, not gone.
      guard debate.record == nil, !met.contains(debate.id), !metInFeeds.contains(debate.id),
        folders.contains(where: { SourcePath.contains($0, debate.source) })
      else {
        return
      }
      if !readFiles.contains(debate.source), SourcePath.isThere(debate.source) {
        unread[debate.source, default: 0] += 1
      } else {
        gone.append((debate.id, debate.source))
      }
    }
    for (file, debates) in unread.sorted(by: { $0.key < $1.key }) {
      let reason = "no record was read here, so nothing of it was pruned; debates kept: \(debates)"
      onProblem(LocatedError(file: file, reason: reason))
    }
    for (id, source) in gone {
      if try writer.remove(id) { receipt.removed += 1 }
      tally.take(source, receipt)
      if writer.changedBytes >= options.batchBytes || writer.holdsTooMuch { try commit() }
    }
  }
}
