/// A result cannot be opened.
enum LinkError: Error, CustomStringConvertible {
  case noSuchResult(Int, shown: ClosedRange<Int>?)
  case noAddress(Int)
  case notOnTheWeb(Int, String)

  var description: String {
    switch self {
    case .noSuchResult(let number, let shown?):
      "no result \(number) here: there are \(shown.lowerBound) to \(shown.upperBound)"
    case .noSuchResult: "nothing was found that could be opened"
    case .noAddress(let number): "result \(number) has no page: its source names none"
    case .notOnTheWeb(let number, let address):
      "result \(number) is not opened, only pages of http and https are: \(address)"
    }
  }
}

extension Answer {
  /// Shows a result in the browser; its address, where there is none.
  ///
  /// - Parameters:
  ///   - number: as it is shown; nil for the first.
  ///   - offset: results on the pages before.
  /// - Returns: what to tell the user.
  func open(_ number: Int?, offset: Int) throws(LinkError) -> String {
    let addresses = addresses
    let shown = addresses.isEmpty ? nil : offset + 1...offset + addresses.count
    let number = number ?? offset + 1
    guard let shown, shown.contains(number) else { throw .noSuchResult(number, shown: shown) }
    guard let written = addresses[number - offset - 1] else { throw .noAddress(number) }
    guard let address = WebAddress(written) else { throw .notOnTheWeb(number, written) }
    return Browser.open(address) ? "opened \(address.text)" : "no browser here; the page is \(address.text)"
  }
}
