import Debates
import Foundation

/// Captions as players have them, SubRip.
enum SubRipFormat: TranscriptFormat {
  static let name = "subrip"
  static let extensions = ["srt"]
  static let carries = "what is said, with times to the millisecond; who speaks, where the text says so"

  static func recognises(_ head: FileHead) -> Bool {
    extensions.contains(head.fileExtension) || SubRipCues.hasCue(Array(head.text.utf8), style: .subRip)
  }

  static func transcript(of bytes: Data, in context: FileContext) -> Transcript {
    transcript(of: bytes, style: .subRip, in: context)
  }

  /// What SubRip and SubViewer have in common.
  static func transcript(of bytes: Data, style: CaptionTimes.Style, in context: FileContext) -> Transcript {
    let decoded = TextDecoding(bytes)
    let cues = SubRipCues(
      Array(decoded.text.utf8), style: style, maximumSeconds: context.recordLimits.maximumSeconds)
    guard !cues.file.cues.isEmpty || !cues.file.problems.isEmpty else {
      return Transcript(problems: [context.refused("holds no cue; a cue has a line such as \(style.example)")])
    }
    return CaptionTranscript.transcript(of: cues.file, dialect: .subRip, mixedLine: decoded.mixedLine, in: context)
  }
}
