/// Why a piece of a source was refused, and where it stands.
public struct LocatedError: Error, Sendable, Codable, Equatable {
  /// The file as it was named or found; `-` is standard input.
  public var file: String
  /// From 1.
  public var line: Int?
  /// The record's id, when it could be read.
  public var record: String?
  /// The path of the field, such as `comments[3].date`.
  public var field: String?
  /// In plain words, with the way out.
  public var reason: String

  /// An error with its place.
  public init(file: String, line: Int? = nil, record: String? = nil, field: String? = nil, reason: String) {
    self.file = file
    self.line = line
    self.record = record
    self.field = field
    self.reason = reason
  }
}

extension LocatedError: CustomStringConvertible {
  /// `file:line: record "id", field: reason`.
  public var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    let inside = [record.map { "record \"\($0)\"" }, field].compactMap { $0 }.joined(separator: ", ")
    return inside.isEmpty ? "\(place): \(reason)" : "\(place): \(inside): \(reason)"
  }
}
