import HTTPTypes

/// Why a request has no answer. What is said is for anybody to read: no path of the machine, no cause inside.
enum ServiceError: Error, Equatable {
  /// A parameter that the endpoint does not have.
  case unknownParameter(String, known: [String])
  /// A parameter with a value that it does not take.
  case invalidParameter(String, reason: String)
  /// A parameter given twice that means one thing.
  case repeatedParameter(String)
  /// The query part of the address is not percent-encoded UTF-8.
  case malformedAddress
  /// Nothing has this address, or this id.
  case notFound(String)
  /// The address is known, with other methods.
  case methodNotAllowed([HTTPRequest.Method])
  /// The address is longer than it may be, in bytes.
  case addressTooLong(maximum: Int)
  /// The body is larger than it may be, in bytes.
  case bodyTooLarge(maximum: Int)
  /// The body is of another media type.
  case unsupportedMediaType(accepted: [String])
  /// The body cannot be read as what it says it is.
  case malformedBody(String)
  /// The body did not come in time.
  case bodyTooSlow
  /// Too many requests at once.
  case overloaded
  /// The index cannot be read at the moment.
  case indexUnavailable
}
