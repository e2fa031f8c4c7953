/// What to look for: a tree of values, independent of any index.
///
/// It crosses the C boundary in one call. A query of more than 8,192 nodes or 100 levels is refused
/// (``XapianError/Code/invalidArgument``). Xapian's `OP_MAX` has no case: under `OP_OR` it crashes Xapian 1.4.22.
public indirect enum Query: Sendable, Equatable {
  /// No document.
  case nothing
  /// Every document, with weight 0.
  case all
  /// The documents that have the term; `queryFrequency` is how often the query says it (BM25's qf).
  case term([UInt8], queryFrequency: UInt32)
  /// The documents that match all of them, with the sum of the weights. None of them: no document.
  case and([Query])
  /// The documents that match one or more of them, with the sum of the weights. None of them: no document.
  case or([Query])
  /// As ``or(_:)``, but weighed as if all were one term: frequencies within a document add up, and the number of
  /// documents is estimated for the union (Pirkola's structured query).
  case synonym([Query])
  /// The documents that match both, with the weight of the first.
  case filter(Query, by: Query)
  /// The documents that match the first and not the second.
  case butNot(Query, Query)
  /// The documents that match the first, with the weight of the second added where it matches too.
  case maybe(Query, Query)
  /// The terms in this order within `window` positions; a window smaller than the phrase counts as its length.
  case phrase([[UInt8]], window: UInt32)
  /// The terms in any order within `window` positions; a window smaller than their number counts as that.
  case near([[UInt8]], window: UInt32)
  /// The same documents with their weights multiplied by a factor of 0 or more.
  case scaled(Query, by: Double)
  /// The documents whose value in `slot` lies between the bounds, both included and compared as bytes. A bound that is
  /// nil is no limit; with both nil, every document. A document without a value lies outside every range.
  case range(slot: UInt32, from: [UInt8]?, to: [UInt8]?)
  /// The terms that begin with `prefix` as one ``synonym(_:)``, the `atMost` most frequent of them. Neither may be
  /// empty or 0.
  case wildcard(prefix: [UInt8], atMost: UInt32)

  /// One term, said once.
  public static func term(_ term: String) -> Query { .term(Array(term.utf8), queryFrequency: 1) }
}

extension Query: CustomStringConvertible {
  /// The tree on one line, for example `(chat OR SYNONYM(chien toutou)) FILTER Lfr`.
  public var description: String { printed(nested: false) }

  private func printed(nested: Bool) -> String {
    func joined(_ parts: [Query], _ word: String) -> String {
      if parts.count < 2 { return "\(word)(\(parts.map { $0.printed(nested: false) }.joined()))" }
      let line = parts.map { $0.printed(nested: true) }.joined(separator: " \(word) ")
      return nested ? "(\(line))" : line
    }
    func terms(_ terms: [[UInt8]]) -> String { terms.map(readable).joined(separator: " ") }

    return switch self {
    case .nothing: "NOTHING"
    case .all: "ALL"
    case .term(let term, 1): readable(term)
    case .term(let term, let queryFrequency): "\(readable(term))#\(queryFrequency)"
    case .and(let parts): joined(parts, "AND")
    case .or(let parts): joined(parts, "OR")
    case .synonym(let parts): "SYNONYM(\(parts.map { $0.printed(nested: true) }.joined(separator: " ")))"
    case .filter(let query, let filter): joined([query, filter], "FILTER")
    case .butNot(let query, let excluded): joined([query, excluded], "NOT")
    case .maybe(let query, let optional): joined([query, optional], "MAYBE")
    case .phrase(let words, let window): "PHRASE/\(window)(\(terms(words)))"
    case .near(let words, let window): "NEAR/\(window)(\(terms(words)))"
    case .scaled(let query, let factor): "\(factor) * \(query.printed(nested: true))"
    case .range(let slot, let low, let high):
      "VALUE \(slot) \(low.map(readable) ?? "")...\(high.map(readable) ?? "")"
    case .wildcard(let prefix, let limit): "\(readable(prefix))*/\(limit)"
    }
  }
}

/// The bytes as text where they are printable UTF-8, else as `\xHH`.
private func readable(_ bytes: [UInt8]) -> String {
  if let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) {
    return text
  }
  return bytes.map { byte in
    if (0x21...0x7E).contains(byte) && byte != 0x5C { return String(UnicodeScalar(byte)) }
    return "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }.joined()
}
