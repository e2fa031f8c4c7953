import Foundation
import TestTools

/// A folder in which trials take place one after the other, at paths that stay the same: an index knows where its
/// debates came from, and when that file was changed last.
final class Lane {
  /// A run that nothing disturbed did not do what it should: nothing can be tried on such a program.
  struct Unfit: Error, CustomStringConvertible {
    var description: String
  }

  let program: Program
  let interposer: Interposer?
  let repository: String
  private let sizes: Sizes
  private let seed: UInt64
  private var scenes: [SceneKind: Scene] = [:]
  var histories: [Bool: History] = [:]

  init(_ program: Program, _ interposer: Interposer?, repository: String, sizes: Sizes, seed: UInt64) throws {
    self.program = program
    self.interposer = interposer
    self.repository = repository
    self.sizes = sizes
    self.seed = seed
    for folder in ["disk", "in", "versions", "snapshots"] {
      try FileManager.default.createDirectory(
        atPath: program.lane + "/" + folder, withIntermediateDirectories: true)
    }
  }

  /// Debates of the size of a scene, the same in every lane.
  func corpus(isLarge: Bool) throws -> Corpus {
    try Corpus(seed: seed, bytes: isLarge ? sizes.large : sizes.small, repository: repository)
  }

  /// The scene, made ready at its first use.
  func scene(_ kind: SceneKind) throws -> Scene {
    if let scene = scenes[kind] { return scene }
    let scene = try prepare(kind)
    scenes[kind] = scene
    return scene
  }

  /// Runs of the scene have turned out to end sooner.
  func shorten(_ kind: SceneKind) { scenes[kind]?.seconds *= 0.8 }

  private func prepare(_ kind: SceneKind) throws -> Scene {
    var corpus = try corpus(isLarge: kind.isLarge)
    let (old, new) = ("\(kind)-old", "\(kind)-new")
    try write(corpus.ndjson, version: old)
    corpus.edit(share: kind == .rewrite ? 0.95 : 0.1)
    try write(corpus.ndjson, version: new)
    try clear()
    var before = IndexState.none
    if kind.hasIndex {
      try use(old)
      try runUndisturbed()
      before = try state()
      try copy(program.index, to: snapshot(kind))
    }
    try use(new)
    try? FileManager.default.removeItem(atPath: program.tally)
    let start = ContinuousClock.now
    try runUndisturbed(interposer?.environment(folder: program.disk, tally: program.tally) ?? [:])
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let after = try fresh()
    if let fault = try state().fault(before: nil, after: after) {
      throw Unfit(description: "\(kind): an undisturbed run and a fresh build differ: \(fault)")
    }
    return Scene(
      kind: kind, oldSource: old, newSource: new, before: before, after: after, seconds: seconds,
      tally: Interposer.Tally(file: program.tally))
  }

  /// What a fresh build of the source holds.
  func fresh() throws -> IndexState {
    let index = program.lane + "/fresh"
    defer { try? FileManager.default.removeItem(atPath: index) }
    let result = try program.run(Program.indexing(program.source, index))
    guard result.status == 0 else { throw Unfit(description: "a fresh build: \(result.words)") }
    return try IndexState.read(index, root: program.lane)
  }

  func runUndisturbed(_ environment: [String: String] = [:]) throws {
    let result = try program.run(Program.indexing(program.source, program.index), environment: environment)
    guard result.status == 0 else { throw Unfit(description: "an undisturbed run: \(result.words)") }
  }

  func state() throws -> IndexState { try IndexState.read(program.index, root: program.lane) }

  // MARK: Files

  /// The disk as it is before the scene's run, and the source as that run will find it.
  func restore(_ scene: Scene) throws {
    try clear()
    if scene.kind.hasIndex { try copy(snapshot(scene.kind), to: program.index) }
    try use(scene.newSource)
    try? FileManager.default.removeItem(atPath: program.tally)
  }

  func clear() throws {
    let entries = try FileManager.default.contentsOfDirectory(atPath: program.disk)
    for entry in entries { try FileManager.default.removeItem(atPath: program.disk + "/" + entry) }
  }

  func write(_ text: String, version: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(program.lane)/versions/\(version)"))
  }

  /// Makes a version the source: the same file each time, so that its times tell it from the others.
  func use(_ version: String) throws {
    let temporary = program.source + ".new"
    try FileManager.default.linkItem(atPath: "\(program.lane)/versions/\(version)", toPath: temporary)
    guard rename(temporary, program.source) == 0 else { throw Unfit(description: "cannot rename \(temporary)") }
    // A rename onto another name of the same file leaves both.
    try? FileManager.default.removeItem(atPath: temporary)
  }

  /// With its times, as a backup would.
  func copy(_ folder: String, to destination: String) throws {
    let child = try Child.start(
      "cp", ["-a", folder, destination], in: program.lane,
      environment: ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""])
    guard child.wait() == 0 else { throw Unfit(description: "cannot copy \(folder) to \(destination)") }
  }

  private func snapshot(_ kind: SceneKind) -> String { "\(program.lane)/snapshots/\(kind)" }
}
