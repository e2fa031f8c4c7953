/// Why a record was refused, and where in it.
public struct RecordError: Error, Sendable, Equatable {
  /// The record's id, when it could be read.
  public var record: String?
  /// The path of the field, such as `comments[3].date`.
  public var field: String?
  /// In plain words, with the way out.
  public var reason: String

  /// An error in a record.
  public init(record: String? = nil, field: String? = nil, reason: String) {
    self.record = record
    self.field = field
    self.reason = reason
  }
}

extension RecordError: CustomStringConvertible {
  /// `record "id", field: reason`.
  public var description: String {
    let place = [record.map { "record \"\($0)\"" }, field].compactMap { $0 }.joined(separator: ", ")
    return place.isEmpty ? reason : "\(place): \(reason)"
  }
}
