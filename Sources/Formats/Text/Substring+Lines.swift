extension Substring {
  /// Without white space, no-break spaces included, at both ends.
  var trimmed: Substring {
    guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace })
    else { return self[startIndex..<startIndex] }
    return self[first...last]
  }

  /// Without the bullet that opens the line.
  var withoutLeadingBullet: Substring { hasPrefix("•") ? dropFirst().trimmed : self }

  /// Without the bullet of a next item that has been cut off.
  var withoutTrailingBullet: Substring { hasSuffix("•") ? dropLast().trimmed : self }
}
