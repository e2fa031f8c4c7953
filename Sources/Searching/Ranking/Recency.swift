import Foundation
import Schema
import Xapian

/// What a debate's age takes from its score: half of it for every half-life by which it is older than the newest of those
/// found. One without a date counts as old as the oldest.
struct Recency {
  /// In days, above 0.
  let halfLife: Double

  /// By the day of each debate, as `YYYYMMDD`, what its score is multiplied by: above 0, at most 1.
  func weights(of days: [String]) -> [Double] {
    let numbers = days.map(Recency.number)
    guard let newest = numbers.compactMap({ $0 }).max(), let oldest = numbers.compactMap({ $0 }).min() else {
      return days.map { _ in 1 }
    }
    return numbers.map { pow(2, (($0 ?? oldest) - newest) / halfLife) }
  }

  /// Days, as if all months were equally long: near enough for a half-life.
  private static func number(_ day: String) -> Double? {
    guard day.utf8.count == 8, let digits = Int(day) else { return nil }
    return Double(digits / 10_000) * 365.25 + Double(digits / 100 % 100) * 30.44 + Double(digits % 100)
  }
}

extension SearchIndex {
  /// The debates by their scores and their age.
  func aged(_ ranked: [RankedDebate], _ candidates: Candidates, by recency: Recency) throws -> [RankedDebate] {
    let dates = try reader.handle.values(
      slot: Slot.date.rawValue, of: ranked.map { candidates.documents[$0.candidates[0]] })
    let weights = recency.weights(of: ranked.indices.map { dates.string(at: $0) })
    let aged = zip(ranked, weights).map { debate, weight in
      var debate = debate
      let parts = debate.result.parts.map {
        RankedResult.Part(name: $0.name, value: $0.value, weight: $0.weight * weight)
      }
      debate.result = RankedResult(id: debate.id, parts: parts)
      return debate
    }
    return aged.sorted { ($0.result.score, $1.id) > ($1.result.score, $0.id) }
  }
}
