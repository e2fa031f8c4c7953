import CXapian

/// The version of the library that this program runs with, such as `1.4.22`.
public enum XapianVersion {
  /// As the library says it; its Snowball stemmers change with it.
  public static var current: String { String(cString: cxapian_version()) }
}
