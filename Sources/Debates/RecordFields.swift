/// Any key of a JSON object.
struct RecordKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(_ key: String) { stringValue = key }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}

/// The fields of one JSON object of a record: each read cleans and checks, each error carries the field's path.
struct RecordFields {
  private let container: KeyedDecodingContainer<RecordKey>
  let context: RecordContext
  var limits: RecordLimits { context.limits }

  init(of decoder: any Decoder, known: [String]) throws {
    container = try decoder.container(keyedBy: RecordKey.self)
    context =
      RecordContext.userInfoKey.flatMap { decoder.userInfo[$0] as? RecordContext }
      ?? RecordContext(limits: RecordLimits())
    for key in container.allKeys where !known.contains(key.stringValue) {
      context.noteUnknown(RecordPath.pattern(container.codingPath, key.stringValue))
    }
  }

  func error(_ key: String, _ reason: String) -> RecordError {
    RecordError(field: RecordPath.text(container.codingPath, key), reason: reason)
  }

  func value<Value: Decodable>(_ type: Value.Type, _ key: String) throws -> Value? {
    try container.decodeIfPresent(type, forKey: RecordKey(key))
  }

  /// Prose: control characters are spaces, lines end in `\n`.
  func text(_ key: String) throws -> String? {
    guard let text = try value(String.self, key) else { return nil }
    guard text.utf8.count <= limits.maximumTextBytes else {
      throw error(
        key, "\(text.utf8.count) bytes, over the limit of \(limits.maximumTextBytes) (maximumTextBytes); split it")
    }
    return CleanText.prose(text)
  }

  /// A name or label: one line, trimmed; nil when blank.
  func line(_ key: String) throws -> String? {
    guard let text = try text(key) else { return nil }
    let line = CleanText.line(text)
    return line.isEmpty ? nil : line
  }

  /// An identifier, kept as it is; nil when absent.
  func id(_ key: String) throws -> String? {
    guard let id = try value(String.self, key) else { return nil }
    if let problem = CleanText.problem(withID: id, limits: limits) { throw error(key, problem) }
    return id
  }

  func moment(_ key: String) throws -> Moment? {
    guard let text = try line(key) else { return nil }
    do throws(MomentError) {
      return try Moment(text)
    } catch {
      throw self.error(key, error.reason)
    }
  }

  /// The primary subtag of a language tag, in lower case: `fr-CA` gives `fr`.
  func language(_ key: String) throws -> String? {
    guard let tag = try line(key) else { return nil }
    return tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() }
  }

  func number(_ key: String, in range: ClosedRange<Double>, _ what: String) throws -> Double? {
    guard let number = try value(Double.self, key) else { return nil }
    guard range.contains(number) else { throw error(key, "\(number) is not \(what)") }
    return number
  }

  func count(_ key: String) throws -> Int? {
    guard let count = try value(Int.self, key) else { return nil }
    guard count >= 0 else { throw error(key, "\(count) is not a count; write 0 or more") }
    return count
  }

  func list<Element: Decodable>(
    _ type: Element.Type, _ key: String, maximum: KeyPath<RecordLimits, Int> = \.maximumEntries,
    named name: String = "maximumEntries"
  ) throws -> [Element] {
    guard let list = try value([Element].self, key) else { return [] }
    let maximum = limits[keyPath: maximum]
    guard list.count <= maximum else {
      throw error(key, "\(list.count) entries, over the limit of \(maximum) (\(name)); split the debate")
    }
    return list
  }

  /// Labels, blank ones and repetitions left out.
  func labels(_ key: String) throws -> [String] {
    var seen: Set<String> = []
    return try list(String.self, key).map(CleanText.line).filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

/// Field paths as people write them.
enum RecordPath {
  /// `comments[3].date`.
  static func text(_ path: [any CodingKey], _ key: String? = nil) -> String {
    path.reduce(into: "") { text, part in
      if let index = part.intValue {
        text += "[\(index)]"
      } else {
        text += text.isEmpty ? part.stringValue : "." + part.stringValue
      }
    } + (key.map { path.isEmpty ? $0 : "." + $0 } ?? "")
  }

  /// `comments[].date`: one key, wherever it occurs.
  static func pattern(_ path: [any CodingKey], _ key: String) -> String {
    path.map { $0.intValue == nil ? $0.stringValue : "[]" }.reduce(into: "") { text, part in
      text += part == "[]" || text.isEmpty ? part : "." + part
    } + (path.isEmpty ? key : "." + key)
  }
}
