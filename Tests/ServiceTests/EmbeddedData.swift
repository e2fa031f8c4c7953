import Foundation

/// The script of a box, taken apart: its data, and what is around them.
struct EmbeddedData {
  let before: String
  let object: [String: Any]
  let after: String

  struct NoData: Error {}

  /// - Throws: where the data are no JSON on a line of their own.
  init(_ script: String) throws {
    guard let start = script.range(of: "const data = "), let end = script[start.upperBound...].range(of: ";\n") else {
      throw NoData()
    }
    let data = Data(script[start.upperBound..<end.lowerBound].utf8)
    guard let object = try JSONSerialization.jsonObject(with: data) as? [String: Any] else { throw NoData() }
    before = String(script[..<start.lowerBound])
    self.object = object
    after = String(script[end.upperBound...])
  }
}
