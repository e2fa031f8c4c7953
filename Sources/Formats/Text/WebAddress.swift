/// Stub.
enum WebAddress {
  static func id(of url: String) -> String { url }
}
