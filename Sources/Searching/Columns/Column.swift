import Xapian

/// A value slot over some documents: of each, which of the slot's distinct values it has.
struct Column {
  /// One for each document asked for; 0 where there is no value.
  let ordinals: [UInt32]
  /// The distinct values by ordinal, the first the empty one.
  let values: ByteStrings

  /// Of a slot that is in memory.
  init(_ whole: ValueColumn, of documents: [UInt32]) {
    let last = whole.ordinals.count
    ordinals = documents.map { Int($0) < last ? whole.ordinals[Int($0)] : 0 }
    values = whole.values
  }

  /// Of values as they were read, one for each document.
  init(_ read: ByteStrings) {
    var ordinals: [UInt32] = []
    ordinals.reserveCapacity(read.count)
    var values = ByteStrings([""])
    var known: [ArraySlice<UInt8>: UInt32] = [:]
    for index in 0..<read.count {
      let value = read[index]
      if value.isEmpty {
        ordinals.append(0)
      } else if let ordinal = known[value] {
        ordinals.append(ordinal)
      } else {
        let ordinal = UInt32(values.count)
        known[value] = ordinal
        values.append(value)
        ordinals.append(ordinal)
      }
    }
    self.ordinals = ordinals
    self.values = values
  }

  /// How many distinct values there are, the empty one counted.
  var distinct: Int { values.count }

  /// A distinct value.
  func value(_ ordinal: UInt32) -> String { values.string(at: Int(ordinal)) }

  /// The value of a document, by its place among those asked for.
  func string(at place: Int) -> String { value(ordinals[place]) }
}
