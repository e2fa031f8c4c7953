public import Foundation

/// What a record asks for.
public enum DebateRecord: Sendable, Equatable {
  /// Keep this debate, in place of any earlier one with its id.
  case debate(Debate)
  /// Remove the debate with this id.
  case deletion(id: String)
}

/// Reads records of the record format, one JSON object at a time.
///
/// Safe to use from several threads at once.
public struct RecordDecoder: Sendable {
  /// What one record may hold.
  public var limits: RecordLimits

  /// A decoder with these limits.
  public init(limits: RecordLimits = RecordLimits()) { self.limits = limits }

  /// Decodes one JSON object.
  ///
  /// - Returns: the record, and the keys it holds that the format does not know, as `comments[].votes`.
  /// - Throws: ``RecordError`` with the field's path, in plain words.
  public func decode(_ json: Data) throws(RecordError) -> (record: DebateRecord, unknownKeys: Set<String>) {
    try decode(try JSONValue(json: json, maximumDepth: limits.maximumDepth))
  }

  /// Decodes one JSON object that has been read already.
  ///
  /// - Throws: ``RecordError`` with the field's path, in plain words.
  public func decode(_ value: JSONValue) throws(RecordError) -> (record: DebateRecord, unknownKeys: Set<String>) {
    let context = RecordContext(limits: limits)
    guard case .object = value else {
      throw RecordError(reason: "expected an object with at least \"id\" and \"title\", found \(value.kind)")
    }
    let fields = try RecordFields(value, at: RecordPlace(), known: Debate.recordKeys, context: context)
    guard let id = try fields.id("id") else {
      throw fields.error("id", "missing; every record needs an id of its own")
    }
    do throws(RecordError) {
      if try fields.flag("deleted") { return (.deletion(id: id), context.unknownKeys) }
      return (.debate(try Debate(id: id, fields)), context.unknownKeys)
    } catch {
      var located = error
      located.record = id
      throw located
    }
  }
}
