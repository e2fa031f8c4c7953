public import Foundation
import Schema

extension SearchIndex {
  /// When the index was written last: when the newest of its databases got its last commit.
  public func changed() -> Date {
    // A commit takes place by a rename of this file.
    let dates = paths.compactMap { path in
      try? FileManager.default.attributesOfItem(atPath: "\(path)/iamglass")[.modificationDate] as? Date
    }
    return dates.max() ?? Date(timeIntervalSince1970: 0)
  }
}
