import Foundation

/// A folder for one test, removed with it.
public final class TemporaryFolder: Sendable {
  /// Absolute.
  public let path = FileManager.default.temporaryDirectory.appendingPathComponent("palabre-" + UUID().uuidString).path

  /// Makes it, empty.
  public init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and the folders above it.
  public func write(_ name: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }
}
