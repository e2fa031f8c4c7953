import Schema
import Xapian

/// Xapian's own check: trees in order, blocks where they belong, counts that agree.
enum StructureExamination {
  static func result(_ path: String, _ audience: Audience) throws(XapianError) -> CheckResult {
    let report = try StructureReport(path: path)
    var faults = Faults()
    if report.faults > 0 {
      let lines = report.words.split(separator: "\n").map(String.init)
      // What a table says when all is well.
      let complaints = lines.filter { line in
        !line.hasPrefix("blocksize=") && !line.hasSuffix(":") && !line.hasSuffix("OK")
          && !line.hasPrefix("B-tree checked okay")
      }
      for complaint in complaints { faults.add(complaint) }
      while faults.count < report.faults { faults.add("a fault that has no words") }
    }
    return CheckResult("structure", audience, detail: "Xapian's tables", faults: faults)
  }
}
