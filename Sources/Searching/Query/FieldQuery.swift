public import Debates

/// What a passage must be, or be of; the values of one field are alternatives.
public enum FieldQuery: Sendable, Equatable {
  /// A value that people give to debates, however it is written: accents, case and apostrophes do not matter.
  case label(Label, [String])
  /// What the passage is a piece of.
  case kinds([PassageKind])
  /// Most of its words are of one of these languages: `fr`, `en`.
  case languages([String])
  /// It was said or written in one of these times.
  case dates([DateRange])
  /// The debate's title has this: words, a phrase, a prefix, or several of these joined.
  case title(QueryTree)

  /// A field that holds labels.
  public enum Label: String, Sendable, CaseIterable {
    /// Who says or writes the passage, by name or id.
    case speaker
    /// Who writes it: a comment or a note.
    case author
    case expertise
    case category
    case format
    case location
  }
}

extension FieldQuery: CustomStringConvertible {
  /// An expression, such as `(speaker "Lionel Fumado")`.
  public var description: String {
    switch self {
    case .label(let label, let values): "(\(label) \(values.map { "\"\($0)\"" }.joined(separator: " ")))"
    case .kinds(let kinds): "(kind \(kinds.map(\.rawValue).joined(separator: " ")))"
    case .languages(let languages): "(language \(languages.joined(separator: " ")))"
    case .dates(let ranges): "(date \(ranges.map(\.description).joined(separator: " ")))"
    case .title(let tree): "(title \(tree))"
    }
  }
}

extension FieldQuery {
  /// It was said or written in this time.
  public static func date(_ range: DateRange) -> FieldQuery { .dates([range]) }
}
