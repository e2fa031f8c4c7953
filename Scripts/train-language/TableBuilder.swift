import Analysis
import Foundation

/// Chooses the n-grams that tell the languages apart best and lays them out as `LanguageTable` describes.
struct TableBuilder {
  let languages: [String]
  let models: [CharacterModel]

  private struct Candidate {
    let gram: UInt32
    let worth: Double
    let costs: [UInt8]
  }

  func table() -> [UInt8] {
    var candidates = (1...4).flatMap(candidates(length:))
    candidates.sort { ($0.worth, $1.gram) > ($1.worth, $0.gram) }
    return layout(Array(candidates.prefix(TrainingRecipe.grams)))
  }

  /// Log-probabilities in all languages, less their mean.
  private func scores(_ gram: UInt32, length: Int) -> [Double] {
    let logs = models.map { log($0.probability(of: gram, length: length)) }
    let mean = logs.reduce(0, +) / Double(logs.count)
    return logs.map { $0 - mean }
  }

  /// An n-gram is worth its frequency times what it adds to the n-gram one shorter, which stands in for it otherwise.
  private func candidates(length: Int) -> [Candidate] {
    let grams = models.reduce(into: Set<UInt32>()) { $0.formUnion($1.grams(ofLength: length)) }
    return grams.map { gram in
      let scores = scores(gram, length: length)
      let shorter = length == 1 ? scores.map { _ in 0 } : self.scores(gram & mask(length - 1), length: length - 1)
      let added = zip(scores, shorter).map { $0 - $1 }
      let spread = (added.map { $0 * $0 }.reduce(0, +) / Double(added.count)).squareRoot()
      let shares = models.map { $0.share(of: gram, length: length) }
      let own = shares.prefix(2).reduce(0, +) / 2
      let others = shares.dropFirst(2).reduce(0, +) / Double(shares.count - 2)
      let frequency = TrainingRecipe.ownShare * own + (1 - TrainingRecipe.ownShare) * others
      let worth = frequency * (abs(added[0] - added[1]) + TrainingRecipe.othersWorth * spread)
      let best = scores.max() ?? 0
      let costs = scores.map { UInt8(min(255, ((best - $0) / Double(TrainingRecipe.natsPerUnit)).rounded())) }
      // Every character and pair is kept, so that each has a cost.
      return Candidate(gram: gram, worth: length <= 2 ? worth + 1 : worth, costs: costs)
    }
  }

  /// Hash and displace: the fullest buckets first, each moved until its n-grams fall on free slots.
  private func layout(_ chosen: [Candidate]) -> [UInt8] {
    let slots = TrainingRecipe.slots
    let bucketCount = TrainingRecipe.buckets
    var buckets = [[Candidate]](repeating: [], count: bucketCount)
    for candidate in chosen {
      buckets[LanguageTable.bucket(of: candidate.gram, buckets: UInt32(bucketCount))].append(candidate)
    }
    var displacements = [UInt16](repeating: 0, count: bucketCount)
    var places = [Candidate?](repeating: nil, count: slots)
    for bucket in buckets.indices.sorted(by: { (buckets[$0].count, $1) > (buckets[$1].count, $0) }) {
      guard !buckets[bucket].isEmpty else { break }
      let found = (0...UInt16.max).first { displacement in
        let wanted = buckets[bucket].map {
          LanguageTable.slot(of: $0.gram, displacement: displacement, slots: UInt32(slots))
        }
        return Set(wanted).count == wanted.count && wanted.allSatisfy { places[$0] == nil }
      }
      guard let found else { preconditionFailure("no room for a bucket: more slots are needed") }
      displacements[bucket] = found
      for candidate in buckets[bucket] {
        places[LanguageTable.slot(of: candidate.gram, displacement: found, slots: UInt32(slots))] = candidate
      }
    }
    return bytes(places, displacements)
  }

  private func bytes(_ places: [Candidate?], _ displacements: [UInt16]) -> [UInt8] {
    var bytes = LanguageTable.magic
    func append(_ value: some FixedWidthInteger) {
      withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
    append(UInt32(places.count))
    append(UInt32(displacements.count))
    append(TrainingRecipe.natsPerUnit.bitPattern)
    bytes += [UInt8](repeating: 0, count: 32 - bytes.count)
    for code in languages { bytes += Array(code.utf8) }
    bytes += [UInt8](repeating: 0, count: LanguageTable.headerSize - bytes.count)
    displacements.forEach { append($0) }
    bytes += [UInt8](repeating: 0, count: LanguageTable.slotsOffset(buckets: displacements.count) - bytes.count)
    for place in places {
      bytes += place?.costs ?? [UInt8](repeating: 0, count: LanguageTable.languages)
      append(place?.gram ?? 0)
    }
    return bytes
  }
}
