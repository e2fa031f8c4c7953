import Schema
import Xapian

/// How many documents have a value in each slot, and the lowest and the highest of them.
struct Columns {
  private var bounds: [UInt32: ValueBounds] = [:]

  mutating func add(_ document: borrowing DocumentBuffer) {
    document.forEachValue { slot, value in
      guard var known = bounds[slot] else {
        bounds[slot] = ValueBounds(count: 1, lowerBound: Array(value), upperBound: Array(value))
        return
      }
      known.count += 1
      if value.lexicographicallyPrecedes(known.lowerBound) { known.lowerBound = Array(value) }
      if known.upperBound.lexicographicallyPrecedes(value) { known.upperBound = Array(value) }
      bounds[slot] = known
    }
  }

  /// Whether nothing lies outside the bounds that are kept. They may be wider: what was removed is still inside.
  func agree(with kept: ValueBounds, in slot: Slot) -> Bool {
    guard let found = bounds[slot.rawValue] else { return kept.count == 0 }
    return found.count == kept.count && !found.lowerBound.lexicographicallyPrecedes(kept.lowerBound)
      && !kept.upperBound.lexicographicallyPrecedes(found.upperBound)
  }
}
