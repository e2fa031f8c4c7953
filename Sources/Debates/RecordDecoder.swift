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
    let context = RecordContext(limits: limits)
    let decoder = JSONDecoder()
    if let key = RecordContext.userInfoKey { decoder.userInfo[key] = context }
    do {
      let record = try decoder.decode(AnyRecord.self, from: json).record
      return (record, context.unknownKeys)
    } catch {
      var located = RecordError(explaining: error)
      located.record = try? decoder.decode(RecordID.self, from: json).id
      throw located
    }
  }
}

/// A debate or its deletion.
private struct AnyRecord: Decodable {
  let record: DebateRecord

  init(from decoder: any Decoder) throws {
    let container: KeyedDecodingContainer<RecordKey>
    do {
      container = try decoder.container(keyedBy: RecordKey.self)
    } catch {
      throw RecordError(reason: "not a JSON object; a record is one object with at least \"id\" and \"title\"")
    }
    guard try container.decodeIfPresent(Bool.self, forKey: RecordKey("deleted")) == true else {
      record = .debate(try Debate(from: decoder))
      return
    }
    let fields = try RecordFields(of: decoder, known: Debate.CodingKeys.allCases.map(\.rawValue) + ["deleted"])
    guard let id = try fields.id("id") else {
      throw fields.error("id", "missing; say which debate is deleted")
    }
    record = .deletion(id: id)
  }
}

/// The id alone, to name the record that an error is about.
private struct RecordID: Decodable { let id: String? }
