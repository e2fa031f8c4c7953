import Debates
import Foundation
import Schema
import TestTools

/// What an index holds, for all audiences: a hash of each debate.
public struct IndexState: Equatable, Sendable {
  typealias Debates = [String: ContentHash]

  var debates: [Audience: Debates] = [:]

  /// No index.
  static let none = IndexState(debates: Dictionary(uniqueKeysWithValues: Audience.allCases.map { ($0, [:]) }))

  /// - Parameter root: left out of the places that debates were read from.
  static func read(_ index: String, root: String) throws -> IndexState {
    var state = IndexState()
    for audience in Audience.allCases {
      state.debates[audience] = try IndexDump.debates(of: index, audience, root: root).mapValues { lines in
        var hash = ContentHash()
        for line in lines { hash.update(Array(line.utf8)) }
        return hash
      }
    }
    return state
  }

  /// What is wrong with an index.
  enum Fault: Equatable {
    /// In words.
    case lost(String)
    /// Each debate is as it was before the run or as it is after it, and none is missing: some batches of the run are
    /// committed, and others are not.
    case partial(String)
  }

  /// What is wrong with it, where only `before` (nil when a later run was acknowledged) and `after` are right; each
  /// audience has its own commit. Nil when nothing is.
  func fault(before: IndexState?, after: IndexState) -> Fault? {
    let faults = Audience.allCases.compactMap { audience in
      let (found, new) = (debates[audience] ?? [:], after.debates[audience] ?? [:])
      return IndexState.fault(found, before?.debates[audience], new, audience.rawValue)
    }
    return faults.first { if case .lost = $0 { true } else { false } } ?? faults.first
  }

  private static func fault(_ found: Debates, _ old: Debates?, _ new: Debates, _ name: String) -> Fault? {
    if found == new || found == old { return nil }
    guard let old else { return .lost("\(name): \(difference(found, new)) from what was acknowledged") }
    let strange = found.filter { $0.value != old[$0.key] && $0.value != new[$0.key] }.count
    let missing = old.keys.filter { new[$0] != nil && found[$0] == nil }.count
    let words =
      "\(name): \(found.count) debates, neither the \(old.count) before the run nor the \(new.count) after it: "
      + "\(missing) missing, \(strange) like in neither"
    return strange + missing == 0 ? .partial(words) : .lost(words)
  }

  private static func difference(_ found: Debates, _ wanted: Debates) -> String {
    let missing = wanted.keys.filter { found[$0] == nil }.count
    let other = found.filter { wanted[$0.key] != nil && wanted[$0.key] != $0.value }.count
    let more = found.keys.filter { wanted[$0] == nil }.count
    return "\(missing) missing, \(other) other, \(more) more"
  }
}
