/// What reading one record needs beside its fields: the limits, and a place for the keys nobody knows.
final class RecordContext {
  let limits: RecordLimits
  private(set) var unknownKeys: Set<String> = []

  init(limits: RecordLimits) { self.limits = limits }

  func noteUnknown(_ key: String) {
    if unknownKeys.count < RecordLimits.maximumUnknownKeys { unknownKeys.insert(key) }
  }
}

/// Where an object stands in a record: `media`, `comments[3]`, `comments[3].author`; the record itself is nowhere.
struct RecordPlace {
  var name = ""
  var index: Int?
  var member = ""

  /// The path of a field of the object, or of the object itself.
  func path(_ key: String?, indexed: Bool = true) -> String {
    var path = name
    if let index { path += indexed ? "[\(index)]" : "[]" }
    for part in [member, key ?? ""] where !part.isEmpty { path += path.isEmpty ? part : "." + part }
    return path
  }
}

/// The fields of one JSON object of a record: each read checks and cleans, each error carries the field's path.
struct RecordFields {
  let context: RecordContext
  private let members: [JSONValue.Member]
  private let place: RecordPlace
  private var limits: RecordLimits { context.limits }

  init(_ value: JSONValue, at place: RecordPlace, known: [String], context: RecordContext) throws(RecordError) {
    guard case .object(let members) = value else {
      throw RecordError(field: place.path(nil), reason: "expected an object, found \(value.kind)")
    }
    self.members = members
    self.place = place
    self.context = context
    for member in members where !known.contains(member.key) {
      context.noteUnknown(place.path(String(member.key.prefix(80)), indexed: false))
    }
  }

  func error(_ key: String, _ reason: String) -> RecordError {
    RecordError(field: place.path(key), reason: reason)
  }

  /// The value of a key, null being absent; of two with one key the last.
  func value(_ key: String) -> JSONValue? { JSONValue.object(members)[key] }

  private func mismatch(_ key: String, _ expected: String, _ found: JSONValue) -> RecordError {
    error(key, "expected \(expected), found \(found.kind)")
  }

  func string(_ key: String) throws(RecordError) -> String? {
    guard let value = value(key) else { return nil }
    guard case .string(let text) = value else { throw mismatch(key, "a text", value) }
    return text
  }

  func flag(_ key: String) throws(RecordError) -> Bool {
    guard let value = value(key) else { return false }
    guard case .bool(let flag) = value else { throw mismatch(key, "true or false", value) }
    return flag
  }

  /// Prose: control characters are spaces, lines end in `\n`.
  func text(_ key: String) throws(RecordError) -> String? {
    guard let text = try string(key) else { return nil }
    guard text.utf8.count <= limits.maximumTextBytes else {
      throw error(
        key, "\(text.utf8.count) bytes, over the limit of \(limits.maximumTextBytes) (maximumTextBytes); split it")
    }
    return CleanText.prose(text)
  }

  /// A name or label: one line, trimmed; nil when blank.
  func line(_ key: String) throws(RecordError) -> String? {
    guard let text = try text(key) else { return nil }
    let line = CleanText.line(text)
    return line.isEmpty ? nil : line
  }

  /// The address of a page or a recording.
  func link(_ key: String) throws(RecordError) -> String? {
    guard let address = try line(key) else { return nil }
    guard LinkAddress.isSafe(address) else {
      throw error(key, "\"\(address.prefix(40))\" is not an address of the web; write one that begins with https://")
    }
    return address
  }

  /// An identifier, kept as it is; nil when absent.
  func id(_ key: String) throws(RecordError) -> String? {
    guard let id = try string(key) else { return nil }
    if let problem = CleanText.problem(withID: id, limits: limits) { throw error(key, problem) }
    return id
  }

  func moment(_ key: String) throws(RecordError) -> Moment? {
    guard let text = try line(key) else { return nil }
    do throws(MomentError) {
      return try Moment(text)
    } catch {
      throw self.error(key, error.reason)
    }
  }

  /// The primary subtag of a language tag, in lower case: `fr-CA` gives `fr`.
  func language(_ key: String) throws(RecordError) -> String? {
    guard let tag = try line(key) else { return nil }
    return tag.split(whereSeparator: { $0 == "-" || $0 == "_" }).first.map { $0.lowercased() }
  }

  func number(_ key: String, in range: ClosedRange<Double>, _ what: String) throws(RecordError) -> Double? {
    guard let value = value(key) else { return nil }
    guard case .number(let number) = value else { throw mismatch(key, "a number", value) }
    guard range.contains(number) else { throw error(key, "\(number) is not \(what)") }
    return number
  }

  func seconds(_ key: String) throws(RecordError) -> Double? {
    let maximum = limits.maximumSeconds
    return try number(
      key, in: 0...Double(maximum), "a time in seconds; times are 0 or more, \(maximum) at most (maximumSeconds)")
  }

  func count(_ key: String) throws(RecordError) -> Int? {
    guard let number = try number(key, in: 0...1e15, "a count; counts are 0 or more") else { return nil }
    guard let count = Int(exactly: number) else { throw error(key, "\(number) is not a count; write a whole number") }
    return count
  }

  /// The elements of a list, each with its place; none when absent.
  func list<Element>(
    _ key: String, maximum: Int, named name: String,
    _ read: (JSONValue, RecordPlace) throws(RecordError) -> Element
  ) throws(RecordError) -> [Element] {
    guard let value = value(key) else { return [] }
    guard case .list(let values) = value else { throw mismatch(key, "a list", value) }
    guard values.count <= maximum else {
      throw error(key, "\(values.count) entries, over the limit of \(maximum) (\(name)); split the debate")
    }
    var elements: [Element] = []
    elements.reserveCapacity(values.count)
    for (index, value) in values.enumerated() {
      elements.append(try read(value, RecordPlace(name: place.path(key), index: index)))
    }
    return elements
  }

  /// Labels, blank ones and repetitions left out.
  func labels(_ key: String) throws(RecordError) -> [String] {
    var seen: Set<String> = []
    let labels = try list(key, maximum: limits.maximumEntries, named: "maximumEntries") {
      (value, place) throws(RecordError) in
      guard case .string(let text) = value else {
        throw RecordError(field: place.path(nil), reason: "expected a text, found \(value.kind)")
      }
      return CleanText.line(text)
    }
    return labels.filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// The place of a member of this object that is an object itself.
  func place(of key: String) -> RecordPlace {
    place.name.isEmpty ? RecordPlace(name: key) : RecordPlace(name: place.name, index: place.index, member: key)
  }
}
