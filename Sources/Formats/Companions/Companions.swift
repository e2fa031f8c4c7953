import Debates
import Synchronization

/// Files that add to the debates of other files. Filled before the first debate is read, then asked by many threads.
struct Companions: Sendable {
  private let settings: SourceSettings
  private var transcripts = TranscriptFiles()
  private var threads: [(thread: CommentThread, file: SourceFile)] = []
  private var threadPlaces: [String: [Int]] = [:]
  private var directory = PeopleDirectory()
  private var peopleFiles: [String] = []
  private let claims = Claims()

  /// What some debate has taken up.
  private final class Claims: Sendable {
    private let transcripts = Mutex<Set<Int>>([])
    private let threads = Mutex<Set<Int>>([])
    /// Whether there was any debate that people could have joined.
    let hasDebates = Atomic<Bool>(false)

    /// Whether this is the first debate to take up the transcript.
    func take(transcript number: Int) -> Bool { transcripts.withLock { $0.insert(number).inserted } }
    func take(thread number: Int) { threads.withLock { _ = $0.insert(number) } }
    func has(transcript number: Int) -> Bool { transcripts.withLock { $0.contains(number) } }
    func has(thread number: Int) -> Bool { threads.withLock { $0.contains(number) } }
  }

  init(settings: SourceSettings) { self.settings = settings }

  var isEmpty: Bool { transcripts.files.isEmpty && threads.isEmpty && directory.isEmpty }

  /// Notes a file; people and comments are read at once, transcripts when a debate asks for them.
  ///
  /// - Returns: what is wrong with the file.
  mutating func add(_ file: SourceFile, _ format: any CompanionFormat.Type) -> [SourceItem] {
    if let format = format as? any TranscriptFormat.Type {
      transcripts.add(file, format)
      return []
    }
    let context = settings.context(of: file)
    do throws(ReadError) {
      let bytes = try file.open(limits: settings.limits)
      if let format = format as? any CommentsFormat.Type {
        let read = format.threads(of: bytes, in: context)
        for thread in read.threads {
          threadPlaces[thread.debate, default: []].append(threads.count)
          threads.append((thread, file))
        }
        return read.problems
      }
      guard let format = format as? any PeopleFormat.Type else { return [] }
      guard let data = try bytes.rest(maximumBytes: settings.limits.maximumFileBytes) else { return [context.tooLong] }
      let read = format.people(in: data, of: context)
      for person in read.people { directory.add(person) }
      peopleFiles.append(file.shownPath)
      return read.problems
    } catch {
      return [context.refused(error.reason)]
    }
  }

  // MARK: Joining

  /// An item, with what belongs to it when it is a debate, and what is wrong with that.
  ///
  /// - Parameter path: the debate's file, when it holds nothing else.
  func completing(_ item: SourceItem, path: String?) -> [SourceItem] {
    guard case .debate(var debate, var standing, let file, let line) = item else { return [item] }
    var problems: [SourceItem] = []
    if standing != .alone {
      problems += add(transcripts.files(of: debate, path: path), to: &debate)
      let joined = addThreads(to: &debate)
      problems += joined.problems
      if standing == .whole, !joined.comments.isEmpty { standing = .joined(joined.comments) }
    }
    directory.describe(&debate)
    claims.hasDebates.store(true, ordering: .relaxed)
    return [.debate(debate, standing, file: file, line: line)] + problems
  }

  private func add(_ files: some Sequence<TranscriptFiles.File>, to debate: inout Debate) -> [SourceItem] {
    var languages = Set(debate.transcript.map { $0.language ?? debate.language })
    var problems: [SourceItem] = []
    // Of two files in one language the first by name joins, `talk.srt` before `talk.vtt`, automatic ones last.
    for transcript in files {
      let context = settings.context(of: transcript.file)
      let isFirst = claims.take(transcript: transcript.number)
      let read = self.transcript(transcript, of: debate, in: context)
      if isFirst { problems += read.problems.map { $0.naming(record: debate.id) } }
      // Chapters are titles, not talk: the debate's agenda.
      if let chapters = read.description {
        debate.description = [debate.description, chapters].compactMap(\.self).joined(separator: "\n")
      }
      guard !read.utterances.isEmpty else { continue }
      let language = read.utterances.lazy.compactMap(\.language).first ?? debate.language
      guard languages.insert(language).inserted else {
        problems.append(context.notice("left out: debate \"\(debate.id)\" has a transcript in this language already"))
        continue
      }
      debate.add(transcript: read.utterances)
    }
    return problems
  }

  private func transcript(
    _ transcript: TranscriptFiles.File, of debate: Debate, in context: FileContext
  ) -> (utterances: [Utterance], description: String?, problems: [SourceItem]) {
    let read = self.read(transcript, in: context)
    var draft = RecordDraft(id: debate.id)
    draft.transcript = read.utterances
    switch context.item(draft) {
    case .debate(let part, _, _, _): return (part.transcript, read.description, read.problems)
    case let problem: return ([], nil, read.problems + [problem])
    }
  }

  /// What a transcript file says, its language noted on each utterance that has none.
  private func read(_ transcript: TranscriptFiles.File, in context: FileContext) -> Transcript {
    do throws(ReadError) {
      let bytes = try transcript.file.open(limits: settings.limits)
      guard let data = try bytes.rest(maximumBytes: settings.limits.maximumFileBytes) else {
        return Transcript(problems: [context.tooLong])
      }
      var read = transcript.format.transcript(of: data, in: context)
      if let language = transcript.language ?? read.language {
        for index in read.utterances.indices where read.utterances[index].language == nil {
          read.utterances[index].language = language
        }
      }
      return read
    } catch {
      return Transcript(problems: [context.refused(error.reason)])
    }
  }

  private func addThreads(to debate: inout Debate) -> (comments: [Comment], problems: [SourceItem]) {
    let keys = Set([debate.id, debate.url.map(WebAddress.id)].compactMap(\.self))
    var comments: [Comment] = []
    var problems: [SourceItem] = []
    for number in keys.sorted().flatMap({ threadPlaces[$0] ?? [] }) {
      let (thread, file) = threads[number]
      claims.take(thread: number)
      var draft = RecordDraft(id: debate.id)
      draft.comments = thread.comments
      let context = settings.context(of: file)
      switch context.item(draft) {
      case .debate(let part, _, _, _): comments += part.comments
      case let problem: problems.append(problem)
      }
    }
    debate.add(comments: comments)
    return (comments, problems)
  }

  // MARK: What is left

  /// Transcripts and comments that no debate has taken up, as debates of their own; a word when there are people only.
  func unclaimed() -> [RawItem] {
    let debates = unclaimedTranscripts() + unclaimedThreads()
    guard debates.isEmpty, !directory.isEmpty, !claims.hasDebates.load(ordering: .relaxed) else { return debates }
    let file = peopleFiles.joined(separator: " ")
    let notice = LocatedError(
      file: file, reason: "describes \(directory.count) people; name it in one command with the debates they speak in")
    return [RawItem(file: file, line: nil, byteCount: 0) { [.notice(notice)] }]
  }

  private func unclaimedTranscripts() -> [RawItem] {
    let left = transcripts.files.filter { !claims.has(transcript: $0.number) }
    // Tracks of one talk are one debate: each would replace the one before.
    var talks: [String: [TranscriptFiles.File]] = [:]
    for file in left { talks[CaptionName(unpacked: file.file.shownPath).stem, default: []].append(file) }
    return talks.values.sorted { $0[0].number < $1[0].number }.map { all in
      let files = all.filter { !$0.isAutomatic } + all.filter(\.isAutomatic)
      return settings.context(of: files[0].file).piece(byteCount: files.reduce(0) { $0 + Int($1.file.bytes ?? 0) }) {
        loneDebate(of: files)
      }
    }
  }

  /// The first file that says something, with what the others add.
  private func loneDebate(of files: [TranscriptFiles.File]) -> [SourceItem] {
    var items: [SourceItem] = []
    for (index, file) in files.enumerated() {
      let context = settings.context(of: file.file)
      items += read(file, in: context).loneDebate(in: context).map(context.inLanguageOfSource)
      guard case .debate(var debate, let standing, let file, let line) = items.last else { continue }
      items.removeLast()
      let problems = add(files.dropFirst(index + 1), to: &debate)
      return items + [.debate(debate, standing, file: file, line: line)] + problems
    }
    return items
  }

  private func unclaimedThreads() -> [RawItem] {
    threads.indices.filter { !claims.has(thread: $0) }.map { number in
      let (thread, file) = threads[number]
      let context = settings.context(of: file)
      return context.piece(byteCount: thread.comments.reduce(0) { $0 + $1.text.utf8.count }) {
        var draft = RecordDraft(id: thread.debate, title: thread.title ?? "")
        draft.comments = thread.comments
        return [context.item(draft, standing: .feed)]
      }
    }
  }
}
