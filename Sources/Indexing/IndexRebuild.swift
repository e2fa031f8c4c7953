public import Formats
import Foundation
import Schema

/// Builds an index anew from its sources, whatever has become of it, and puts it in the place of the old one.
public struct IndexRebuild {
  private let layout: IndexLayout
  private let options: IndexOptions
  private let recollection: Recollection?

  /// - Parameter recollection: what the old index knows and no source holds; nil when it cannot be read.
  public init(_ options: IndexOptions, recollection: Recollection?) {
    layout = IndexLayout(root: options.index)
    self.options = options
    self.recollection = recollection
  }

  /// The sources that the last runs named, absolute, `-` among them when something came by standard input.
  ///
  /// - Throws: `IndexError.corrupt` when the list cannot be read.
  public static func knownSources(of path: String) throws -> [String] {
    try ReceiptBook(of: IndexLayout(root: path)).sources.map(\.last.path)
  }

  /// Runs as an ordinary run into an empty index beside the old one, which is used until the new one takes its place.
  /// What ends it early leaves the old one as it was.
  ///
  /// - Throws: as ``IndexRun``; `IndexError.notFound`, `.nothingRead` when the sources hold no debate.
  public func run(
    exitStatus: (IndexRun.End) -> Int32? = { _ in nil }, onProgress: (IndexProgress) -> Void = { _ in },
    onProblem: (LocatedError) -> Void = { _ in }
  ) throws -> Receipt {
    // What CURRENT says may be the very damage.
    if !FileManager.default.fileExists(atPath: layout.currentFile) {
      _ = try layout.generation()
      throw IndexError.notFound(layout.root)
    }
    let lock = try HeldLock(root: layout.root, command: "rebuild")
    defer { withExtendedLifetime(lock) {} }
    let site = IndexLayout(root: layout.rebuildFolder)
    try? FileManager.default.removeItem(atPath: site.root)
    defer { try? FileManager.default.removeItem(atPath: site.root) }
    var options = self.options
    options.index = site.root
    options.prune = false
    if let recollection, !recollection.entries.isEmpty { options.recollection = recollection }
    let receipt = try IndexRun(options).run(exitStatus: exitStatus, onProgress: onProgress, onProblem: onProblem)
    guard receipt.indexed + receipt.unchanged > 0, let built = try site.generation() else {
      throw IndexError.nothingRead(layout.root)
    }
    try replace(by: built, of: site)
    return receipt
  }

  private func replace(by built: String, of site: IndexLayout) throws {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: layout.root)) ?? []
    let old = entries.filter { $0.hasPrefix("generation-") }
    let last = old.compactMap { $0.split(separator: "-").last.flatMap { Int($0) } }.max() ?? 0
    let next = "generation-\(last + 1)"
    do throws(DurableFile.Failure) {
      try DurableFile.move("\(site.root)/\(built)", to: "\(layout.root)/\(next)")
      try DurableFile.replace(layout.currentFile, with: next + "\n")
    } catch {
      throw IndexError.cannotWrite(layout.root, reason: "\(error)")
    }
    for generation in old { try? FileManager.default.removeItem(atPath: "\(layout.root)/\(generation)") }
    try ReceiptBook.adopt(ReceiptBook(of: site), in: layout)
  }
}
