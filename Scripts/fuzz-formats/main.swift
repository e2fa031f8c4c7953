import Debates
import Foundation

@testable import Formats

// Reads whatever libFuzzer makes up as the format that PALABRE_FUZZ_FORMAT names, and cuts what it finds into passages.
// Any input may be refused; none may trap, hang or take more than its share of memory.

/// libFuzzer's own loop (LLVM, compiler-rt/lib/fuzzer/FuzzerInterface.h).
@_silgen_name("LLVMFuzzerRunDriver")
func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

let context = FileContext(file: "made.file", name: "made")

let format: any DebateFormat.Type = {
  let name = ProcessInfo.processInfo.environment["PALABRE_FUZZ_FORMAT"] ?? ""
  guard let format = FormatRegistry.all.first(where: { $0.name == name }) else {
    fatalError("PALABRE_FUZZ_FORMAT names no format; one of \(FormatRegistry.all.map { $0.name })")
  }
  return format
}()

func items(of data: Data) -> [SourceItem] {
  switch format {
  case let transcripts as any TranscriptFormat.Type:
    var draft = RecordDraft(id: context.name)
    draft.transcript = transcripts.transcript(of: data, in: context).utterances
    return [context.item(draft)]
  case let people as any PeopleFormat.Type: return people.people(in: data, of: context).problems
  case let comments as any CommentsFormat.Type:
    return comments.threads(of: ByteStream(data), in: context).threads.map { thread in
      var draft = RecordDraft(id: thread.debate)
      draft.comments = thread.comments
      return context.item(draft)
    }
  default:
    let reader = format.reader(of: ByteStream(data), in: context)
    var items: [SourceItem] = []
    while let piece = try? reader.next() { items += piece.decode() }
    return items
  }
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(
  runFuzzer(&count, &arguments) { bytes, count in
    let data = Data(UnsafeBufferPointer(start: bytes, count: count))
    _ = format.recognises(FileHead(bytes: Array(data.prefix(FileHead.maximumBytes)), file: "made.file"))
    for case .debate(let debate, _, _, _) in items(of: data) { _ = debate.passages() }
    return 0
  })
