public import Debates
public import Foundation

/// All that can be told of sources without opening a file: two surveys that are equal are of the same content.
public struct SourceSurvey: Sendable, Equatable {
  /// Files that may have changed so shortly before the survey that a later change would not show: clocks of file
  /// systems tick, some of them every two seconds.
  private static let settling: Int64 = 2_000_000_000

  /// Of the names of all files, their stamps, and everything else that decides what is understood of them.
  public let fingerprint: ContentHash

  /// Nil when the content cannot be told this way: a stream is among the files, or one has only just changed.
  ///
  /// - Throws: ``SourceError`` when a source does not exist.
  public init?(
    _ sources: [Source], limits: SourceLimits = SourceLimits(), recordLimits: RecordLimits = RecordLimits(),
    now: Date = Date()
  ) throws(SourceError) {
    let newest = Int64(now.timeIntervalSince1970 * 1e9) - SourceSurvey.settling
    let settings = SourceSettings(limits: limits, recordLimits: recordLimits, standardInput: 0)
    var hash = ContentHash()
    hash.update("\(limits)")
    for source in sources {
      hash.update(source.path)
      for profile in source.profiles { hash.update(profile.hash.hexadecimal) }
      for file in try SourceFiles.files(of: source) {
        guard let stamp = file.stamp, let bytes = stamp.bytes, stamp.changed < newest, stamp.modified < newest else {
          return nil
        }
        hash.update(file.shownPath)
        hash.update(settings.context(of: file).manner)
        let numbers = [
          stamp.device, stamp.inode, UInt64(bitPattern: bytes), UInt64(bitPattern: stamp.modified),
          UInt64(bitPattern: stamp.changed),
        ].map(\.littleEndian)
        numbers.withUnsafeBytes { hash.update($0) }
      }
    }
    fingerprint = hash
  }
}
