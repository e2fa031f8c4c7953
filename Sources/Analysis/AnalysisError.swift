/// What can go wrong before any text is analysed. Analysis itself never fails: every text has tokens, maybe none.
public enum AnalysisError: Error, Sendable, CustomStringConvertible {
  /// A part of ICU, Snowball or the built-in tables is absent: the installation is broken.
  case missingData(String)

  /// One line: what is missing, and how to mend it.
  public var description: String {
    switch self {
    case .missingData(let what): "analysis cannot start without \(what): reinstall libicu and libxapian"
    }
  }
}
