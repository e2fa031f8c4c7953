/// Files of captions that belong together.
public enum CaptionTracks {
  private static let extensions = Set(
    WebVTTFormat.extensions + SubRipFormat.extensions + SubViewerFormat.extensions)

  /// Whether two paths are captions of one talk, in one folder: `talk.fr.vtt` and `talk.en.srt.gz`.
  public static func areOfOneTalk(_ first: String, _ second: String) -> Bool {
    let names = [first, second].map(ArchiveKind.unpackedPath)
    return names.allSatisfy { extensions.contains(FilePath.fileExtension($0)) }
      && CaptionName(names[0]).stem == CaptionName(names[1]).stem
  }
}
