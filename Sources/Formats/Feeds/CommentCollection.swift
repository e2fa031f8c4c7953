import Debates

/// Comments gathered by the debate they are about, debates in the order of the file.
struct CommentCollection {
  private let context: FileContext
  private var threads: [CommentThread] = []
  private var indices: [String: Int] = [:]
  private var count = 0
  private var byteCount = 0
  /// Comments over the limit.
  private var leftOut = 0
  private var nextThread = 0
  /// Where the comments are that go by other names than numbers.
  private var places: [String: Place] = [:]

  /// A comment that others may answer.
  struct Place {
    let debate: String
    let comment: String
  }

  init(in context: FileContext) { self.context = context }

  mutating func add(_ comment: RecordDraft.Comment, to debate: String, title: String?) {
    count += 1
    byteCount += comment.text.utf8.count + 100
    guard count <= context.recordLimits.maximumComments, byteCount <= context.limits.maximumFileBytes else {
      leftOut += 1
      return
    }
    let index = indices[debate] ?? threads.count
    if index == threads.count {
      indices[debate] = index
      threads.append(CommentThread(debate: debate))
    }
    threads[index].comments.append(comment)
    if threads[index].title == nil { threads[index].title = title }
  }

  mutating func remember(_ name: String, debate: String, comment: String) {
    if count <= context.recordLimits.maximumComments { places[name] = Place(debate: debate, comment: comment) }
  }

  func place(of name: String) -> Place? { places[name] }

  /// What was gathered.
  var gathered: CommentThreads { CommentThreads(threads: threads, problems: problem.map { [$0] } ?? []) }

  /// The next thread as an addition to its debate; at the end what did not fit; then nil.
  mutating func popItem() -> SourceItem? {
    if nextThread < threads.count {
      nextThread += 1
      return threads[nextThread - 1].addition(in: context)
    }
    defer { leftOut = 0 }
    return problem
  }

  private var problem: SourceItem? {
    guard leftOut > 0 else { return nil }
    return context.refused(
      "\(leftOut) comments over the limit of \(context.recordLimits.maximumComments) comments (maximumComments) or "
        + "\(context.limits.maximumFileBytes) bytes (maximumFileBytes) of one file; split it")
  }
}

extension CommentThread {
  /// The debate with these comments and nothing else: it adds to what is known.
  func addition(in context: FileContext) -> SourceItem {
    var draft = RecordDraft(id: debate, title: title ?? "")
    draft.comments = comments
    return context.item(draft, standing: .feed)
  }
}
