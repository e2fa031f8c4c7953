import Debates
import Foundation

/// The file that a format reads, and what bounds the reading.
struct FileContext: Sendable {
  /// As named or found, for messages: `debates.zip/2009/page.html` inside an archive; `-` is standard input.
  let file: String
  /// The path within its source, without extensions: what to call a debate that has no id.
  let name: String
  let limits: SourceLimits
  let recordLimits: RecordLimits
  /// What says where the sites of saved pages keep what.
  let profiles: [PageProfile]
  /// Of debates that do not name theirs.
  let language: String?
  /// What else than its bytes decides how a record is understood.
  let manner: String

  init(
    file: String, name: String, limits: SourceLimits = SourceLimits(), recordLimits: RecordLimits = RecordLimits(),
    profiles: [PageProfile] = [], language: String? = nil, manner: String = ""
  ) {
    self.file = file
    self.name = name
    self.limits = limits
    self.recordLimits = recordLimits
    self.profiles = profiles
    self.language = language
    self.manner = manner
  }

  /// The same, a debate that names no language being in that of its source.
  func inLanguageOfSource(_ item: SourceItem) -> SourceItem {
    guard let language, case .debate(var debate, let standing, let file, let line) = item, debate.language == nil
    else { return item }
    debate.language = language
    return .debate(debate, standing, file: file, line: line)
  }

  /// The debate of a draft, checked; or why it is refused.
  func item(_ draft: RecordDraft, standing: Standing = .whole, line: Int? = nil) -> SourceItem {
    do throws(RecordError) {
      return .debate(try draft.debate(limits: recordLimits), standing, file: file, line: line)
    } catch {
      return .refused(
        LocatedError(file: file, line: line, record: error.record, field: error.field, reason: error.reason))
    }
  }

  /// A refusal of something in this file.
  func refused(_ reason: String, line: Int? = nil, record: String? = nil, field: String? = nil) -> SourceItem {
    .refused(LocatedError(file: file, line: line, record: record, field: field, reason: reason))
  }

  /// Something to tell once per run.
  func notice(_ reason: String, line: Int? = nil, field: String? = nil) -> SourceItem {
    .notice(LocatedError(file: file, line: line, field: field, reason: reason))
  }

  /// A piece to decode later, on any thread.
  func piece(
    line: Int? = nil, byteCount: Int, content: Data? = nil, _ decode: @escaping @Sendable () -> [SourceItem]
  ) -> RawItem {
    RawItem(file: file, line: line, byteCount: byteCount, content: content.map { ($0, manner) }) {
      decode().map(inLanguageOfSource)
    }
  }

  /// A piece that is understood already.
  func piece(_ item: SourceItem, line: Int? = nil) -> RawItem {
    piece(line: line, byteCount: 0) { [item] }
  }
}
