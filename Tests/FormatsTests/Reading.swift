import Debates
import Foundation

@testable import Formats

/// Reads bytes as one format does.
enum Reading {
  /// Every item of a file.
  static func items(
    _ format: any DebateFormat.Type, _ bytes: Data, file: String = "made.file", name: String = "made",
    limits: SourceLimits = SourceLimits(), recordLimits: RecordLimits = RecordLimits(), profiles: [PageProfile] = []
  ) throws -> [SourceItem] {
    let context = FileContext(
      file: file, name: name, limits: limits, recordLimits: recordLimits, profiles: profiles)
    let reader = format.reader(of: ByteStream(bytes), in: context)
    var items: [SourceItem] = []
    while let piece = try reader.next() { items += piece.decode() }
    return items
  }

  /// The debates of a file.
  static func debates(
    _ format: any DebateFormat.Type, _ text: String, file: String = "made.file", name: String = "made"
  ) throws -> [Debate] {
    try items(format, Data(text.utf8), file: file, name: name).compactMap(\.debate)
  }

  static func head(_ text: String, file: String = "made.file") -> FileHead {
    FileHead(bytes: Array(text.utf8.prefix(FileHead.maximumBytes)), file: file)
  }
}

extension SourceItem {
  var debate: Debate? {
    if case .debate(let debate, _, _, _) = self { debate } else { nil }
  }

  /// In words: the debate's id, or what is wrong.
  var told: String {
    switch self {
    case .debate(let debate, _, let file, let line): "\(debate.id) \(file):\(line ?? 0)"
    case .deletion(let id, _, _): "-\(id)"
    case .refused(let error): "! \(error)"
    case .notice(let notice): "? \(notice)"
    }
  }
}
