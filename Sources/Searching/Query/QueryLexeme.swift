/// A piece of a query's text, and what it may be.
struct QueryLexeme {
  enum Kind: Equatable {
    /// What stands between two spaces: words, signs.
    case text
    /// What stands between quotation marks, and the number after `~` behind them.
    case quoted(Range<Int>, distance: Int?)
    /// Letters before a `*`.
    case prefix(Range<Int>)
    case open, close
    case and, or, not
    case minus, plus
    /// `title:`; what follows is its value.
    case title
    /// Another field, with its values as written.
    case field(QueryField, FieldText)
  }

  /// The values of a field, as written.
  enum FieldText: Equatable {
    case bare(Range<Int>)
    case quoted(Range<Int>)
    /// What stands between parentheses.
    case list(Range<Int>)
  }

  var kind: Kind
  /// The whole piece.
  var range: Range<Int>

  /// The words that are operators, in capitals.
  static let operators: [String: Kind] = [
    "AND": .and, "ET": .and, "OR": .or, "OU": .or, "NOT": .not, "SAUF": .not,
  ]

  /// Whether it is an operator, a sign or a field.
  var isOperator: Bool {
    switch kind {
    case .and, .or, .not, .minus, .plus, .title, .field: true
    case .text, .quoted, .prefix, .open, .close: false
    }
  }

  /// Whether parentheses around loose words mean something beside it.
  var isSyntax: Bool {
    if case .prefix = kind { true } else { isOperator }
  }

  var isQuoted: Bool {
    if case .quoted = kind { true } else { false }
  }

  var isExclusionOrSign: Bool { [.not, .minus, .plus].contains(kind) }

  var isField: Bool {
    if case .field = kind { true } else { kind == .title }
  }

  /// Whether what a sign or operator stands before can begin with it.
  var beginsOperand: Bool {
    switch kind {
    case .text, .quoted, .prefix, .open, .title, .field: true
    case .close, .and, .or, .not, .minus, .plus: false
    }
  }

  /// Whether an operand can end with it.
  var endsOperand: Bool {
    switch kind {
    case .text, .quoted, .prefix, .close, .field: true
    case .open, .and, .or, .not, .minus, .plus, .title: false
    }
  }
}
