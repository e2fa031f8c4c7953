import CXML

/// Asked for before libxml2 is used, on any thread.
enum XMLLibrary {
  static let isReady: Void = cxml_set_up()
}
