/// How much of a request is read.
enum RequestBounds {
  /// Of the address, as it is sent.
  static let addressBytes = 32 << 10
  /// Of all header fields.
  static let headerBytes = 320 << 10
  /// Of the address and of one header field: beyond, the parser closes the connection before anybody can say why.
  static let headerFieldBytes = 256 << 10
  static let headerFields = 100
  /// Of a body.
  static let bodyBytes = 1 << 20
  /// How long a body may take to come.
  static let bodyTime: Duration = .seconds(20)
  /// Parameters of an address.
  static let parameters = 700
}
