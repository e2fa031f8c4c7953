/// What can be typed, for those who document it.
public enum QueryLanguage {
  /// The names of each field, as the parser reads them: English first, then French.
  public static let fields: [[String]] = QueryField.names.map(\.names)
}
