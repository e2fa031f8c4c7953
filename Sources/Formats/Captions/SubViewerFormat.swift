import Foundation

/// Captions as YouTube exports them, SubViewer without its header.
enum SubViewerFormat: TranscriptFormat {
  static let name = "subviewer"
  static let extensions = ["sbv"]
  static let carries = "what is said, with times to the millisecond; who speaks, where the text says so"

  static func recognises(_ head: FileHead) -> Bool {
    extensions.contains(head.fileExtension) || SubRipCues.hasCue(Array(head.text.utf8), style: .subViewer)
  }

  static func transcript(of bytes: Data, in context: FileContext) -> Transcript {
    SubRipFormat.transcript(of: bytes, style: .subViewer, in: context)
  }
}
