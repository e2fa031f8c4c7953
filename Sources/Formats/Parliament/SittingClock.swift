import Debates

/// Times within a sitting, in seconds: TEI's `<timeline>`, and the hours that Akoma Ntoso records.
struct SittingClock: Sendable {
  private var places: [String: Double] = [:]
  /// Where the last entry of the timeline lies.
  private var latest: Double?
  private var origin: Int?
  private var unit = 1.0

  private static let units: [String: Double] = ["ms": 0.001, "s": 1, "min": 60, "h": 3600, "d": 86_400]

  /// A `<timeline>` or one of its `<when>`.
  mutating func readTimeline(_ tag: XMLTag) {
    if let known = tag["unit"].flatMap({ Self.units[$0] }) { unit = known }
    guard tag.name == "when" else { return }
    let interval = tag["interval"].flatMap(Double.init).map { $0 * (tag["unit"].flatMap { Self.units[$0] } ?? unit) }
    let base = tag["since"] == nil ? latest : tag.reference("since").flatMap { places[$0] }
    let place: Double?
    if let interval, interval.isFinite, interval >= 0, let base {
      place = base + interval
    } else if let absolute = tag["absolute"] {
      place = hour(absolute)
    } else {
      // The entry that the others count from has no time of its own.
      place = latest == nil && interval == nil ? 0 : nil
    }
    guard let place else { return }
    latest = place
    if let id = tag.id { places[id] = place }
    if let point = tag.reference("synch") { places[point] = place }
  }

  /// Seconds from the first hour that was told to this one.
  mutating func hour(_ text: String) -> Double? {
    guard text.contains("T"), let moment = try? Moment(text) else { return nil }
    let first = origin ?? moment.secondsSinceEpoch
    origin = first
    return Double(moment.secondsSinceEpoch - first)
  }

  /// Seconds of `#T1` or of an hour.
  mutating func seconds(_ value: String?) -> Double? {
    guard let value else { return nil }
    let found = value.hasPrefix("#") ? places[String(value.dropFirst())] : hour(value)
    guard let found, found.isFinite, (0...Self.maximumSeconds).contains(found) else { return nil }
    return found
  }

  /// Longer than any sitting; what lies beyond is a mistake.
  private static let maximumSeconds = 30.0 * 86_400
}
