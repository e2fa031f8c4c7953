import Debates

extension CommentsFormat {
  /// Each thread as an addition to its debate.
  static func reader(of bytes: ByteStream, in context: FileContext) -> any FormatReader {
    CommentThreadsReader(in: context) { threads(of: bytes, in: context) }
  }
}

/// Reads a file of comments at its first step, then yields it thread by thread.
private final class CommentThreadsReader: FormatReader {
  private let context: FileContext
  private let read: () -> CommentThreads
  private var pieces: [RawItem]?

  init(in context: FileContext, read: @escaping () -> CommentThreads) {
    self.context = context
    self.read = read
  }

  func next() throws(ReadError) -> RawItem? {
    if pieces == nil {
      let all = read()
      let threads = all.threads.map { [context] thread in
        context.piece(byteCount: thread.comments.reduce(0) { $0 + $1.text.utf8.count }) {
          [thread.addition(in: context)]
        }
      }
      pieces = (threads + all.problems.map { context.piece($0) }).reversed()
    }
    return pieces?.popLast()
  }
}
