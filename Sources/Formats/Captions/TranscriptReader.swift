import Debates
import Foundation

extension TranscriptFormat {
  /// A transcript that no debate claims: a debate of its own, called after its file.
  static func reader(of bytes: ByteStream, in context: FileContext) -> any FormatReader {
    WholeFileReader(of: bytes, in: context) { data in
      let read = transcript(of: data, in: context)
      guard !read.utterances.isEmpty || read.description != nil else { return read.problems }
      let name = CaptionName(withoutExtension: context.name)
      var draft = RecordDraft(id: name.stem, title: read.title ?? String(FilePath.name(name.stem)))
      draft[.language] = read.language ?? name.language
      draft[.description] = read.description
      draft.transcript = read.utterances
      return read.problems + [context.item(draft, standing: .alone)]
    }
  }
}
