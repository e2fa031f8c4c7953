/// The version of the program.
public enum ServiceVersion {
  /// As `palabre --version` prints it.
  public static let text = "0.1.0"
}
