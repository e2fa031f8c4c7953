import CXapian

/// Calls across the boundary and throws what came back as an error.
@inline(__always)
func crossing(_ call: (UnsafeMutablePointer<cxapian_error>) -> cxapian_status) throws(XapianError) {
  var error = cxapian_error()
  let status = call(&error)
  if status != .CXAPIAN_STATUS_OK { try raise(status, &error) }
}

@inline(never)
private func raise(_ status: cxapian_status, _ error: inout cxapian_error) throws(XapianError) {
  defer { cxapian_error_free(&error) }
  guard let code = XapianError.Code(status, hasSystemError: error.system != nil) else { return }
  var message = error.message.map { String(cString: $0) } ?? code.rawValue
  if let system = error.system { message += " (\(String(cString: system)))" }
  throw XapianError(code: code, message: message, context: error.context.map { String(cString: $0) } ?? "")
}

extension ByteStrings {
  /// Copies what came across, and releases it.
  init(taking strings: inout cxapian_strings) {
    let ends = UnsafeBufferPointer(start: strings.ends, count: strings.count)
    self.bytes = Array(UnsafeBufferPointer(start: strings.bytes, count: Int(ends.last ?? 0)))
    self.ends = Array(ends)
    cxapian_strings_free(&strings)
  }

  /// The strings that `call` writes.
  static func crossing(
    _ call: (UnsafeMutablePointer<cxapian_strings>, UnsafeMutablePointer<cxapian_error>) -> cxapian_status
  ) throws(XapianError) -> ByteStrings {
    var strings = cxapian_strings()
    try Xapian.crossing { call(&strings, $0) }
    return ByteStrings(taking: &strings)
  }
}

extension [UInt32] {
  /// Copies what came across, and releases it.
  init(taking numbers: inout cxapian_numbers) {
    self = Array(UnsafeBufferPointer(start: numbers.numbers, count: numbers.count))
    cxapian_numbers_free(&numbers)
  }
}
