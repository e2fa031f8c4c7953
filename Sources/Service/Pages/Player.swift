import Foundation

/// A recording as a page plays it: a file in the page itself, a platform's player in a frame when the reader asks for it.
struct Player {
  var isVideo = false
  var isAudio = false
  /// The file, or the platform's page.
  var playerHref: String
  /// The address of the frame, with `{second}` where the second goes.
  var playerEmbed: String?
  var playerText: String
  var playerNote: String?

  private static let video: Set = ["mp4", "m4v", "webm", "ogv", "mov"]
  private static let audio: Set = ["mp3", "m4a", "ogg", "oga", "opus", "wav", "flac", "aac"]

  /// Nil for an address that no link may have.
  init?(_ address: String?, _ wording: DebateWording) {
    guard let address = address.flatMap(SafeAddress.init), let parts = URLComponents(string: address.text) else {
      return nil
    }
    playerHref = address.text
    let ending = (parts.path as NSString).pathExtension.lowercased()
    isVideo = Player.video.contains(ending)
    isAudio = Player.audio.contains(ending)
    guard !isVideo, !isAudio else {
      playerText = wording.play
      return
    }
    let platform = Platform(parts, host: address.host.lowercased())
    let site = platform?.name ?? address.host
    playerText = wording.watchOn(site)
    playerEmbed = platform?.embed
    playerNote = platform == nil ? nil : wording.platformNote(site)
  }

  /// A platform that shows its recordings in frames.
  private struct Platform {
    var name: String
    var embed: String

    init?(_ parts: URLComponents, host: String) {
      func isOf(_ domain: String) -> Bool { host == domain || host.hasSuffix("." + domain) }
      let pieces = parts.path.split(separator: "/").map(String.init)
      func isID(_ text: String?) -> Bool {
        text.map { !$0.isEmpty && $0.utf8.count <= 64 && $0.utf8.allSatisfy(Platform.isIDByte) } ?? false
      }
      let last = pieces.last
      if isOf("youtube.com") || isOf("youtu.be") {
        let id = parts.queryItems?.first { $0.name == "v" }?.value ?? last
        guard let id, isID(id) else { return nil }
        (name, embed) = ("YouTube", "https://www.youtube-nocookie.com/embed/\(id)?autoplay=1&start={second}")
      } else if isOf("dailymotion.com") || isOf("dai.ly"), let id = last?.split(separator: "_").first.map(String.init),
        isID(id)
      {
        (name, embed) = ("Dailymotion", "https://geo.dailymotion.com/player.html?video=\(id)&startTime={second}")
      } else if isOf("vimeo.com"), let id = last, isID(id) {
        (name, embed) = ("Vimeo", "https://player.vimeo.com/video/\(id)?dnt=1&autoplay=1#t={second}s")
      } else if pieces.starts(with: ["videos", "watch"]) || pieces.first == "w" && pieces.count == 2, let id = last,
        isID(id), parts.scheme == "https"
      {
        (name, embed) = (host, "https://\(host)/videos/embed/\(id)?autoplay=1&start={second}s")
      } else {
        return nil
      }
    }

    private static func isIDByte(_ byte: UInt8) -> Bool {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
  }
}
