import Searching

extension TextSheet {
  /// The facets of an answer: what could be asked for, how often it is there, and what is asked for already.
  mutating func write(_ facets: [String: FacetResult]) {
    let shown = Facet.allCases.compactMap { facet in facets[facet.rawValue].map { (facet, $0) } }.filter {
      !$0.1.values.isEmpty
    }
    guard !shown.isEmpty else { return }
    for (facet, result) in shown {
      switch facet {
      case .year: write(years: result, TextSheet.name(of: facet))
      case .month: write(months: result, TextSheet.name(of: facet))
      default: write(facet, result)
      }
    }
    if shown.contains(where: \.1.estimated) { write(StyledText("Counts are about right.", .dim)) }
    gap()
  }

  /// Values one after another, the most frequent first.
  private mutating func write(_ facet: Facet, _ result: FacetResult) {
    let values = result.values.map { value in
      StyledText(value.selected ? "✓\u{A0}\(value.label)" : value.label, value.selected ? .bold : .plain)
        // A value and its count stay together.
        + StyledText("\u{A0}\(value.count)", .dim)
    }
    var text = StyledText.joined(values, by: StyledText("\u{A0}· ", .dim))
    if result.more > 0 { text += StyledText("\u{A0}· \(result.more)\u{A0}more", .dim) }
    write(TextSheet.name(of: facet) + text, hanging: TextSheet.facetNameColumns)
  }

  private static func name(of facet: Facet) -> StyledText {
    StyledText(facet.rawValue.padded(to: facetNameColumns), .dim)
  }

  /// Columns of the names of facets, with the space behind them.
  static let facetNameColumns = 10
}
