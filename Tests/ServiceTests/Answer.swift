import Foundation
import HTTPTypes

/// What the service answered.
struct Answer: Sendable {
  var status: Int
  var headers: HTTPFields
  var bytes: [UInt8]

  var text: String { String(decoding: bytes, as: UTF8.self) }

  subscript(name: HTTPField.Name) -> String? { headers[name] }

  /// A field by its name as it is written; nil where it is not there.
  func field(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

  /// The parts of a field that is a list.
  func list(_ name: HTTPField.Name) -> [String] {
    (headers[name] ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  /// The body as JSON, an object.
  func json() throws -> [String: Any] {
    guard let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any] else { throw NoObject() }
    return object
  }

  struct NoObject: Error {}
}
