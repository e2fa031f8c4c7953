import Foundation
import TestTools

/// The library that fails calls and writes them down, in front of libc (`Scripts/faults-driver/interposer.c`).
public struct Interposer: Sendable {
  /// There is no library to load.
  public struct Failure: Error {
    /// What the compiler says.
    public var reason: String
  }

  /// The calls that can fail.
  public enum Kind: String, CaseIterable, Sendable {
    case write, sync, open, name, read
  }

  /// What goes wrong.
  public enum Fault: Sendable {
    case nothing
    /// The n-th call of a kind fails with EIO, from 1, and later ones too if it is lasting.
    case failure(Kind, at: Int, isLasting: Bool)
    /// The disk has room for so many bytes.
    case quota(Int)
  }

  /// What was counted.
  public struct Tally: Sendable {
    /// Calls by kind.
    public var calls: [Kind: Int]
    /// How many of them failed.
    public var struck: Int
    /// The most bytes by which files had grown.
    public var peak: Int
  }

  private let library: String

  /// Whether it can be made: where the loader takes `LD_PRELOAD`, and `cc` is.
  public static var isAvailable: Bool {
    #if os(Linux)
      let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/cc") }
    #else
      return false
    #endif
  }

  /// Compiles it.
  public init(repository: String, into folder: String) throws {
    library = folder + "/interposer.so"
    let errors = folder + "/interposer.errors"
    let source = repository + "/Scripts/faults-driver/interposer.c"
    let child = try Child.start(
      "cc", ["-shared", "-fPIC", "-O2", "-Wall", "-Wextra", "-Werror", "-o", library, source, "-ldl", "-lpthread"],
      in: folder, environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""], errors: errors)
    guard child.wait() == 0 else {
      throw Failure(reason: (try? String(contentsOfFile: errors, encoding: .utf8)) ?? "cc")
    }
  }

  /// The environment of a program whose calls below `folder` are counted, and fail or are written to `trace`.
  func environment(
    folder: String, fault: Fault = .nothing, tally: String? = nil, trace: String? = nil
  ) -> [String: String] {
    var environment = ["LD_PRELOAD": library, "FAULTS_FOLDER": folder]
    environment["FAULTS_TALLY"] = tally
    environment["FAULTS_TRACE"] = trace
    switch fault {
    case .nothing: break
    case .failure(let kind, let number, let isLasting):
      environment["FAULTS_KIND"] = kind.rawValue
      environment["FAULTS_AT"] = "\(number)"
      if isLasting { environment["FAULTS_LASTING"] = "1" }
    case .quota(let bytes): environment["FAULTS_QUOTA"] = "\(bytes)"
    }
    return environment
  }
}

extension Interposer.Tally {
  /// Reads `struct tally` of the interposer; nil when no program has begun one.
  init?(file: String) {
    guard let data = FileManager.default.contents(atPath: file), data.count == 8 * 8 else { return nil }
    let numbers = data.withUnsafeBytes { bytes in
      (0..<8).map { Int(bytes.loadUnaligned(fromByteOffset: $0 * 8, as: Int64.self)) }
    }
    calls = Dictionary(uniqueKeysWithValues: zip(Interposer.Kind.allCases, numbers))
    struck = numbers[5]
    peak = numbers[7]
  }
}
