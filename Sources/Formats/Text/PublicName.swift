/// The name that somebody is known by in public, without what is personal: mail and network addresses.
enum PublicName {
  /// `zoe@ville.example (Zoé Martin)` and `Zoé Martin <zoe@ville.example>` give `Zoé Martin`; a mail address alone
  /// gives nil.
  static func of(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    let words = PlainText.from(text).split(whereSeparator: \.isWhitespace)
    var name = words.filter { !isAddress($0) }.joined(separator: " ")[...]
    if words.contains(where: isAddress), name.first == "(", name.last == ")" { name = name.dropFirst().dropLast() }
    if name.count > 1, name.first == "\"", name.last == "\"" { name = name.dropFirst().dropLast() }
    name = name.trimmed
    return name.contains { $0.isLetter || $0.isNumber } ? String(name) : nil
  }

  private static func isAddress(_ word: Substring) -> Bool {
    var bare = word.trimmingPrefix { "<([\"'".contains($0) }
    while let last = bare.last, ">)]\"',;:".contains(last) { bare = bare.dropLast() }
    return isMailAddress(bare) || isNetworkAddress(bare)
  }

  /// `zoe@ville.example`, not `@zoe`.
  private static func isMailAddress(_ word: Substring) -> Bool {
    guard let at = word.lastIndex(of: "@"), at > word.startIndex else { return false }
    return word[at...].dropFirst(2).contains(".")
  }

  private static func isNetworkAddress(_ word: Substring) -> Bool {
    let numbers = word.split(separator: ".", omittingEmptySubsequences: false)
    if numbers.count == 4, numbers.allSatisfy({ UInt8($0) != nil }) { return true }
    return word.count { $0 == ":" } >= 2 && word.allSatisfy { $0 == ":" || $0.isHexDigit || $0 == "." }
  }
}
