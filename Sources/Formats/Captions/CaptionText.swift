/// UTF-8 text of captions, whose line ends only follow the width of a screen.
enum CaptionText {
  /// On one line: every run of ASCII white space is one space, none at the ends.
  static func folded(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte > 0x20 {
        text.append(byte)
      } else if let last = text.last, last != 0x20 {
        text.append(0x20)
      }
    }
    if text.last == 0x20 { text.removeLast() }
    return String(decoding: text, as: UTF8.self)
  }
}
