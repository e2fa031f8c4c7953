/// How long a recording is, as podcasts write it.
enum MediaDuration {
  /// Seconds of `1:02:03`, `62:03` or `3723`; nil when the text is none of them.
  static func seconds(_ text: String?, maximum: Int) -> Double? {
    guard let text else { return nil }
    let parts = text[...].trimmed.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count) else { return nil }
    var seconds = 0.0
    for part in parts {
      guard part.count <= 12, part.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }),
        let value = Double(String(part))
      else { return nil }
      seconds = seconds * 60 + value
    }
    return seconds.isFinite && seconds > 0 && seconds <= Double(maximum) ? seconds : nil
  }
}
