import Analysis
import Schema

/// Whether this program reads an index as the one that wrote it meant it.
enum SchemaExamination {
  static func result(_ layout: IndexLayout, _ generation: String) throws -> CheckResult {
    let fingerprint = try AnalysisFingerprint.current()
    do throws(IndexError) {
      try IndexCheck.verify(layout, generation: generation, fingerprint: fingerprint)
    } catch {
      return CheckResult("schema", faults: Faults("\(error)"))
    }
    return CheckResult("schema", detail: "format \(IndexFormat.version), analysis \(fingerprint)")
  }
}
