import Debates
import Foundation
import Schema

/// Where a passage can be read or watched: the debate's page, at the second or at the comment.
enum PassageLink {
  /// Nil for a debate without a page, whose recording has none either.
  ///
  /// - Parameter second: of the recording.
  static func address(of passage: StoredPassage, in debate: StoredDebate, at second: Double?) -> String? {
    if passage.kind == .comment { return debate.url.map { comment(passage, $0) } }
    guard let second, second > 0, let whole = Int(exactly: second.rounded(.down)) else {
      return debate.url ?? debate.media
    }
    return (debate.url ?? debate.media).map { moment($0, whole) }
  }

  /// Platforms begin a recording at a second in ways of their own; elsewhere a media fragment does (W3C Media Fragments
  /// URI 1.0, section 4.2.1).
  static func moment(_ address: String, _ second: Int) -> String {
    guard !address.contains("#") else { return address }
    let host = URLComponents(string: address)?.host?.lowercased() ?? ""
    func isOf(_ domain: String) -> Bool { host == domain || host.hasSuffix("." + domain) }
    if isOf("youtube.com") || isOf("youtu.be") { return withQuery(address, "t=\(second)s") }
    if isOf("dailymotion.com") || isOf("dai.ly") { return withQuery(address, "start=\(second)") }
    if address.contains("/videos/watch/") || address.range(of: "/w/[A-Za-z0-9]{22}", options: .regularExpression) != nil
    {
      // PeerTube runs on hosts of any name.
      return withQuery(address, "start=\(second)s")
    }
    if isOf("vimeo.com") { return "\(address)#t=\(second)s" }
    return "\(address)#t=\(second)"
  }

  /// Pages of comments name them as WordPress and most others do; where one does not, its top is shown.
  private static func comment(_ passage: StoredPassage, _ address: String) -> String {
    let prefix = "\(passage.debate)/\(PassageKind.comment.rawValue)/"
    guard !address.contains("#"), passage.id.hasPrefix(prefix) else { return address }
    let id = String(passage.id.dropFirst(prefix.count))
    let anchor = id.hasPrefix("comment-") ? id : "comment-\(id)"
    return anchor.addingPercentEncoding(withAllowedCharacters: .urlFragmentAllowed).map { "\(address)#\($0)" }
      ?? address
  }

  private static func withQuery(_ address: String, _ item: String) -> String {
    address + (address.contains("?") ? "&" : "?") + item
  }
}
