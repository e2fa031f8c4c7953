/// How much of a request is read.
enum RequestBounds {
  /// Of the address, as it is sent.
  static let addressBytes = 16 << 10
  /// Of all header fields.
  static let headerBytes = 32 << 10
  /// Of one header field: an address with a path and a query is the longest.
  static let headerFieldBytes = 16 << 10
  static let headerFields = 100
  /// Of a body.
  static let bodyBytes = 1 << 20
  /// How long a body may take to come.
  static let bodyTime: Duration = .seconds(20)
  /// Parameters of an address.
  static let parameters = 700
}
