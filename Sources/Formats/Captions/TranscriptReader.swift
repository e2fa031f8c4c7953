import Debates

extension TranscriptFormat {
  /// A transcript that no debate claims.
  static func reader(of bytes: ByteStream, in context: FileContext) -> any FormatReader {
    WholeFileReader(of: bytes, in: context) { data in transcript(of: data, in: context).loneDebate(in: context) }
  }
}

extension Transcript {
  /// A debate of its own, called after its file, and what is wrong with it.
  func loneDebate(in context: FileContext) -> [SourceItem] {
    let name = CaptionName(withoutExtension: context.name)
    guard !utterances.isEmpty || description != nil else {
      // It concerns this debate and no other, so that others may still be pruned.
      let all = problems.isEmpty ? [context.refused(OpenFile.noRecord)] : problems
      return all.map { $0.naming(record: name.stem) }
    }
    var draft = RecordDraft(id: name.stem, title: title ?? String(FilePath.name(name.stem)))
    draft[.language] = language ?? name.language
    draft[.description] = description
    draft.transcript = utterances
    return problems.map { $0.naming(record: name.stem) } + [context.item(draft, standing: .alone)]
  }
}
