import CXML

/// libxml2 is set up once before threads share it: of two that use it first at the same time, both may wait for ever.
enum XMLLibrary {
  static let isReady: Void = xmlInitParser()
}
