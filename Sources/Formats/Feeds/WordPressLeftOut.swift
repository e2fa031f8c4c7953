/// What of an export is not public talk, counted by reason so that nothing vanishes in silence.
struct WordPressLeftOut {
  private var items: [String: Int] = [:]
  private var comments: [String: Int] = [:]
  /// More different reasons than this are hostile.
  private static let maximumReasons = 50

  mutating func count(_ reason: String) { Self.add(1, reason, to: &items) }

  mutating func count(comments reasons: [String: Int]) {
    for (reason, count) in reasons { Self.add(count, reason, to: &comments) }
  }

  private static func add(_ count: Int, _ reason: String, to counts: inout [String: Int]) {
    let isKnown = counts[reason] != nil || counts.count < maximumReasons
    counts[isKnown ? reason : "for other reasons", default: 0] += count
  }

  /// In one line; nil when nothing was left out.
  var summary: String? {
    let parts = [("items", items), ("comments", comments)].filter { !$0.1.isEmpty }.map { kind, counts in
      "\(kind): "
        + counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }.joined(
          separator: ", ")
    }
    return parts.isEmpty ? nil : "left out, being no debates or not public; " + parts.joined(separator: "; ")
  }
}
