import Foundation
import Schema

/// Looks at the names in an index folder, and at nothing inside the databases.
struct LayoutCheck {
  /// nil when `CURRENT` names none that is there.
  let generation: String?
  let result: CheckResult
  /// What is there besides the index.
  let notices: [String]

  /// - Throws: `IndexError.notFound`, `.isFile`, `.notAnIndex` where there is no index at all.
  init(_ layout: IndexLayout) throws(IndexError) {
    let hasCurrent = FileManager.default.fileExists(atPath: layout.currentFile)
    let found: String?
    do throws(IndexError) {
      found = try layout.generation()
      if found == nil { throw .notFound(layout.root) }
    } catch {
      // What named a generation once is a damaged index, not something else.
      guard hasCurrent else { throw error }
      generation = nil
      notices = []
      result = CheckResult("layout", faults: Faults("CURRENT names no generation that is there (\(error))"))
      return
    }
    generation = found
    let current = found ?? ""
    let databases = Audience.allCases.filter { layout.has($0, in: current) }
    var faults = Faults()
    for audience in Audience.allCases {
      let folder = layout.database(audience, in: current)
      // A run that was stopped while it made a database leaves an empty folder; files in it are a database that lost
      // the one that makes it one.
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      faults.expect(
        layout.has(audience, in: current) || !files.contains { $0.hasSuffix(".glass") },
        "\(folder): its version file (iamglass) is missing")
    }
    result = CheckResult(
      "layout", detail: "\(current): " + databases.map(\.rawValue).joined(separator: ", "), faults: faults)
    notices = Self.notices(layout, current)
  }

  private static func notices(_ layout: IndexLayout, _ current: String) -> [String] {
    let files = [layout.currentFile, layout.lockFile, layout.receiptsFile, layout.surveysFile]
    let known = files.map { ($0 as NSString).lastPathComponent } + [current]
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: layout.root)) ?? []
    return entries.sorted().filter { !known.contains($0) }.map { entry in
      IndexLayout.isOfRuns(entry)
        ? "\(entry): of a run that is under way, or that was stopped; the next run clears it"
        : "\(entry): not of the index"
    }
  }
}
