/// What the name of a caption file says: `talk.fr.vtt` is the talk in French.
struct CaptionName: Equatable {
  /// The path without its extension, its language and what else is said of the track.
  let stem: String
  /// The primary subtag, in lower case: `en` of `talk.en-US.srt`.
  let language: String?
  /// Whether the cues are the titles of parts: `talk.chapters.vtt`.
  let isChapters: Bool
  /// Whether a machine heard them: `talk.fr-orig.vtt`, `talk.en.auto.srt`.
  let isAutomatic: Bool

  /// - Parameter path: with its extension.
  init(_ path: String) { self.init(withoutExtension: FilePath.withoutExtension(path)) }

  /// - Parameter path: with its extensions, `talk.fr.vtt.gz`.
  init(unpacked path: String) { self.init(ArchiveKind.unpackedPath(path)) }

  /// - Parameter path: already without its extension.
  init(withoutExtension path: String) {
    var parts = FilePath.name(path).split(separator: ".", omittingEmptySubsequences: false)
    var language: String?
    var isChapters = false
    var kept = parts
    while let last = parts.last, parts.count > 1 {
      if last.lowercased() == "chapters", !isChapters {
        isChapters = true
      } else if language == nil, let found = CaptionLanguage.primary(of: last) {
        language = found
      } else if language != nil || !CaptionLanguage.remarks.contains(last.lowercased()) {
        break
      }
      parts.removeLast()
      // A remark counts only when a language stands before it: `talk.auto.vtt` may be a talk about cars.
      if language != nil || isChapters { kept = parts }
    }
    let folder = FilePath.folder(path)
    stem = (folder.isEmpty ? "" : folder + "/") + kept.joined(separator: ".")
    self.language = language
    self.isChapters = isChapters
    let dropped = FilePath.name(path).dropFirst(kept.joined(separator: ".").count).lowercased()
    isAutomatic = dropped.split { ".-_".contains($0) }.contains { $0 == "auto" || $0 == "orig" }
  }
}

/// Languages as they stand in the names of caption files.
enum CaptionLanguage {
  /// What may follow the language: `talk.fr.forced.srt`.
  static let remarks: Set<String> = ["auto", "captions", "cc", "forced", "orig", "sdh", "subtitles"]

  /// The primary subtag of a tag such as `fr`, `en-US`, `fr_CA`, `zh-Hans` or `fr-orig`; nil when it is none.
  static func primary(of tag: Substring) -> String? {
    let parts = tag.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard let first = parts.first?.lowercased(), parts.count <= 4, parts.dropFirst().allSatisfy(isSubtag) else {
      return nil
    }
    return codes.contains(first) ? first : longCodes[first]
  }

  /// A region, a script, a remark, or the eleven characters by which YouTube tells tracks of one language apart.
  private static func isSubtag(_ part: Substring) -> Bool {
    guard part.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else { return false }
    switch part.count {
    case 2: return part.allSatisfy(\.isLetter)
    case 3: return part.allSatisfy(\.isNumber)
    case 4: return part.first?.isUppercase == true || remarks.contains(part.lowercased())
    case 11: return part.contains { $0.isNumber || $0.isUppercase }
    default: return remarks.contains(part.lowercased())
    }
  }

  /// ISO 639-1.
  private static let codes = Set(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo \
    es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka \
    kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng \
    nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su \
    sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    """.split(separator: " ").map(String.init))

  /// ISO 639-2, of languages that captions of debates are in; most other codes of three letters are words.
  private static let longCodes = [
    "deu": "de", "dut": "nl", "eng": "en", "fra": "fr", "fre": "fr", "ger": "de", "ita": "it", "nld": "nl",
    "por": "pt", "spa": "es",
  ]
}
