/// The marks that quote: `"…"`, `“…”`, `„…“`, `« … »`.
struct QuotationMarks {
  private let text: QueryText
  /// The last place of each closing mark, so that no search for one that is missing goes through the text again.
  private let last: [Unicode.Scalar: Int]

  private static let closing: [Unicode.Scalar: [Unicode.Scalar]] = [
    "\"": ["\""], "“": ["”", "\""], "„": ["“", "”"], "«": ["»"], "＂": ["＂"],
  ]

  init(_ text: QueryText) {
    self.text = text
    let marks = Set(QuotationMarks.closing.values.joined())
    var last: [Unicode.Scalar: Int] = [:]
    for (place, scalar) in text.scalars.enumerated() where marks.contains(scalar) { last[scalar] = place }
    self.last = last
  }

  /// Whether a quotation may open here. A straight mark after a letter or a digit closes, or stands for inches.
  func opens(at place: Int) -> Bool {
    guard let mark = text[place], QuotationMarks.closing[mark] != nil else { return false }
    return mark != "\"" || !text.isLetterOrDigit(place - 1)
  }

  /// Where what is opened here is closed; nil when it is not.
  func close(of place: Int) -> Int? {
    guard let mark = text[place], let closing = QuotationMarks.closing[mark],
      closing.contains(where: { (last[$0] ?? -1) > place })
    else { return nil }
    return (place + 1..<text.count).first { closing.contains(text.scalars[$0]) }
  }
}
