import Debates
import Foundation

/// Captions of the web, WebVTT.
enum WebVTTFormat: TranscriptFormat {
  static let name = "webvtt"
  static let extensions = ["vtt"]
  static let carries = "what is said, with times to the millisecond, voices and languages; chapters as a description"

  static func recognises(_ head: FileHead) -> Bool {
    WebVTTCues.hasSignature(head.text.utf8) || extensions.contains(head.fileExtension)
  }

  static func transcript(of bytes: Data, in context: FileContext) -> Transcript {
    let decoded = TextDecoding(bytes)
    let text = Array(decoded.text.utf8)
    guard WebVTTCues.hasSignature(text) else {
      let reason = "does not begin with WEBVTT, as captions of this kind must; add that line, or name the file .srt"
      return Transcript(problems: [context.refused(reason, line: 1)])
    }
    let cues = WebVTTCues(text, maximumSeconds: context.recordLimits.maximumSeconds)
    return CaptionTranscript.transcript(of: cues.file, dialect: .webVTT, mixedLine: decoded.mixedLine, in: context)
  }
}
