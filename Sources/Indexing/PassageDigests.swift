import Debates
import Foundation
import Schema

/// What the next run needs of a debate's passages: whether each is still the same, and how long it was.
///
/// Stored as bytes, little-endian: per passage its hash (8 bytes), its length (4), the number of bytes of its key (2),
/// and its key, which is its id without the debate's.
struct PassageDigests: Sendable, Equatable {
  struct Digest: Sendable, Equatable {
    var key: String
    var hash: UInt64
    /// As Xapian counts it: the occurrences of all terms.
    var length: UInt32 = 0
  }

  private(set) var digests: [Digest]

  /// Of passages whose lengths are not known yet.
  init(of passages: [Passage], in debate: Debate) {
    var labels = ContentHash()
    for expertise in debate.expertises { labels.update(expertise) }
    labels.update(debate.category ?? "")
    labels.update(debate.date?.sortKey ?? "")
    // Every passage may name them.
    for person in debate.announced {
      labels.update(person.id)
      labels.update(person.name)
    }
    digests = passages.enumerated().map { place, passage in
      var hash = labels
      // The first one speaks for the debate.
      hash.update(place == 0 ? "first" : "")
      if place == 0 { for label in [debate.format, debate.location] { hash.update(label ?? "") } }
      hash.update(passage.kind.rawValue)
      hash.update(passage.title ?? "")
      hash.update(passage.text)
      hash.update(passage.language ?? "")
      hash.update(passage.date?.sortKey ?? "")
      hash.update(passage.speaker?.id ?? "")
      hash.update(passage.speaker?.name ?? "")
      for cue in passage.cues { hash.update(cue) }
      return Digest(
        key: String(decoding: passage.id.utf8.dropFirst(debate.id.utf8.count + 1), as: UTF8.self), hash: hash.low)
    }
  }

  /// The length of the debate as it stands in every document of it: one that is nearly as long has the same.
  var debateLength: Int { DebateLength.rounded(digests.reduce(0) { $0 + Int($1.length) }) }

  mutating func setLength(_ length: Int, of passage: Int) { digests[passage].length = UInt32(clamping: length) }

  /// Takes the lengths of passages that are the same in `earlier`, and returns which these are.
  mutating func takeLengths(from earlier: PassageDigests) -> Set<Int> {
    var same: Set<Int> = []
    let known = Dictionary(earlier.digests.map { ($0.key, $0) }) { first, _ in first }
    for index in digests.indices {
      guard let before = known[digests[index].key], before.hash == digests[index].hash else { continue }
      digests[index].length = before.length
      same.insert(index)
    }
    return same
  }

  /// The ids of passages that are not among `kept`, which are places in the later list.
  func ids(notIn later: PassageDigests, at kept: Set<Int>, of debate: String) -> [String] {
    let keys = Set(kept.map { later.digests[$0].key })
    return digests.filter { !keys.contains($0.key) }.map { "\(debate)/\($0.key)" }
  }
}

extension PassageDigests {
  var encoded: [UInt8] {
    var bytes: [UInt8] = []
    func append(_ value: some FixedWidthInteger) { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
    for digest in digests {
      append(digest.hash)
      append(digest.length)
      append(UInt16(clamping: digest.key.utf8.count))
      bytes += digest.key.utf8.prefix(Int(UInt16.max))
    }
    return bytes
  }

  /// Nil when the bytes are none of these.
  init?(_ bytes: [UInt8]) {
    var rest = bytes[...]
    func number<Value: FixedWidthInteger>(_ type: Value.Type) -> Value? {
      guard rest.count >= MemoryLayout<Value>.size else { return nil }
      let value = rest.prefix(MemoryLayout<Value>.size).reversed().reduce(Value(0)) { $0 << 8 | Value($1) }
      rest = rest.dropFirst(MemoryLayout<Value>.size)
      return value
    }
    digests = []
    while !rest.isEmpty {
      guard let hash = number(UInt64.self), let length = number(UInt32.self), let count = number(UInt16.self),
        rest.count >= Int(count)
      else { return nil }
      digests.append(Digest(key: String(decoding: rest.prefix(Int(count)), as: UTF8.self), hash: hash, length: length))
      rest = rest.dropFirst(Int(count))
    }
  }
}

extension ContentHash {
  fileprivate mutating func update(_ cue: Cue) {
    let numbers = (
      Int64(cue.offset).littleEndian, cue.start.bitPattern.littleEndian, (cue.end ?? -1).bitPattern.littleEndian
    )
    withUnsafeBytes(of: numbers) { update($0) }
  }
}
