import ArgumentParser
import Foundation

/// The settings that variables hold; an empty variable is as good as none.
struct SettingsEnvironment {
  /// Names the configuration file.
  static let configuration = "PALABRE_CONFIG"

  private let variables = ProcessInfo.processInfo.environment

  func text(_ name: String) -> Setting<String>? {
    variables[name].flatMap { $0.isEmpty ? nil : Setting($0, .environment(name)) }
  }

  func text(_ key: SettingKey) -> Setting<String>? { text(key.variable) }

  func number(_ key: SettingKey, in range: ClosedRange<Int>) throws -> Setting<Int>? {
    try text(key).map { text in
      guard let number = Int(text.value), range.contains(number) else {
        throw ValidationError(
          "$\(key.variable): \"\(text.value)\" is not a number from \(range.lowerBound) to \(range.upperBound)")
      }
      return Setting(number, text.origin)
    }
  }

  func flag(_ key: SettingKey) throws -> Setting<Bool>? {
    try text(key).map { text in
      switch text.value {
      case "1", "true": Setting(true, text.origin)
      case "0", "false": Setting(false, text.origin)
      default: throw ValidationError("$\(key.variable): \"\(text.value)\" is neither true nor false (1 or 0)")
      }
    }
  }

  func webAddress(_ key: SettingKey) throws -> Setting<String>? {
    guard let text = text(key) else { return nil }
    if let problem = PingAddress.problem(with: text.value) { throw ValidationError("$\(key.variable): \(problem)") }
    return text
  }
}
