import Debates

/// Dates of feeds: ISO 8601 or RFC 822, whatever the format asks for.
enum FeedDate {
  /// The date as ISO 8601; nil when the text is none.
  static func iso8601(_ text: String?) -> String? {
    guard let text else { return nil }
    let trimmed = text[...].trimmed
    guard trimmed.utf8.count <= 100 else { return nil }
    // Ruby sets the zone apart ("10:30:00 +0100"). What follows the second or the day may be miswritten ("10:30:00
    // UTC"); what comes before still holds.
    let joined = trimmed.prefix(11) + trimmed.dropFirst(11).filter { !$0.isWhitespace }
    for part in [trimmed, joined[...], trimmed.prefix(19), trimmed.prefix(10)] {
      if let moment = try? Moment(part) { return moment.text }
    }
    return RFC822Date.iso8601(String(trimmed))
  }
}
