import Foundation

/// What the machine has.
enum System {
  /// Processors that this process may use.
  static let processors = ProcessInfo.processInfo.activeProcessorCount
}
