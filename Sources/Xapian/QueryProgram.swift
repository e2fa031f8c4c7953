import CXapian

/// A query in postfix order, as it crosses the boundary.
struct QueryProgram {
  private(set) var steps: [cxapian_step] = []
  private(set) var bytes: [UInt8] = []

  /// - Throws: ``XapianError``: `invalidArgument` for a tree of too many levels or nodes. The boundary counts them, too;
  ///   here it is this recursion that has to stay on the stack.
  init(_ query: Query) throws(XapianError) {
    try append(query, depth: 1)
  }

  private mutating func append(_ query: Query, depth: Int) throws(XapianError) {
    guard depth <= CXAPIAN_DEPTH_MAX else { throw refusal("a query of more than \(CXAPIAN_DEPTH_MAX) levels") }
    guard steps.count < CXAPIAN_STEPS_MAX else { throw refusal("a query of more than \(CXAPIAN_STEPS_MAX) nodes") }
    switch query {
    case .nothing: step(.CXAPIAN_OP_NOTHING)
    case .all: step(.CXAPIAN_OP_ALL)
    case .term(let term, let queryFrequency): step(.CXAPIAN_OP_TERM, number: queryFrequency, term)
    case .and(let parts): try append(.CXAPIAN_OP_AND, parts, depth)
    case .or(let parts): try append(.CXAPIAN_OP_OR, parts, depth)
    case .synonym(let parts): try append(.CXAPIAN_OP_SYNONYM, parts, depth)
    case .filter(let query, let filter): try append(.CXAPIAN_OP_FILTER, [query, filter], depth)
    case .butNot(let query, let excluded): try append(.CXAPIAN_OP_AND_NOT, [query, excluded], depth)
    case .maybe(let query, let optional): try append(.CXAPIAN_OP_AND_MAYBE, [query, optional], depth)
    case .phrase(let terms, let window): append(.CXAPIAN_OP_PHRASE, terms, window)
    case .near(let terms, let window): append(.CXAPIAN_OP_NEAR, terms, window)
    case .scaled(let query, let factor):
      try append(query, depth: depth + 1)
      step(.CXAPIAN_OP_SCALE, factor: factor)
    case .range(_, nil, nil): step(.CXAPIAN_OP_ALL)
    case .range(let slot, .some(let low), nil): step(.CXAPIAN_OP_AT_LEAST, number: slot, low)
    case .range(let slot, nil, .some(let high)): step(.CXAPIAN_OP_AT_MOST, number: slot, high)
    case .range(let slot, .some(let low), .some(let high)): step(.CXAPIAN_OP_RANGE, number: slot, low, high)
    case .wildcard(let prefix, let limit): step(.CXAPIAN_OP_WILDCARD, number: limit, prefix)
    }
  }

  private mutating func append(_ op: cxapian_op, _ parts: [Query], _ depth: Int) throws(XapianError) {
    for part in parts { try append(part, depth: depth + 1) }
    step(op, operands: parts.count)
  }

  private mutating func append(_ op: cxapian_op, _ terms: [[UInt8]], _ window: UInt32) {
    for term in terms { step(.CXAPIAN_OP_TERM, number: 1, term) }
    step(op, operands: terms.count, number: window)
  }

  private mutating func step(
    _ op: cxapian_op, operands: Int = 0, number: UInt32 = 0, _ string: [UInt8] = [], _ upper: [UInt8] = [],
    factor: Double = 0
  ) {
    // Clamped: a range past 4 GiB lies outside the buffer, and the boundary refuses it.
    steps.append(
      cxapian_step(
        op: op, operands: UInt32(clamping: operands), number: number, start: UInt32(clamping: bytes.count),
        length: UInt32(clamping: string.count), upper_length: UInt32(clamping: upper.count), factor: factor))
    bytes += string
    bytes += upper
  }

  private func refusal(_ message: String) -> XapianError {
    XapianError(code: .invalidArgument, message: message, context: "query")
  }
}
