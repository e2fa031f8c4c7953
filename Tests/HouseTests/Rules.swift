import Foundation

/// Each rule lists what breaks it, as `path:line: what`.
enum Rules {
  static let maximumLines = 300

  static func forbiddenImports(in file: SourceFile) -> [String] {
    guard file.path.hasSuffix(".swift") else { return [] }
    let allowed = (House.imports[file.module] ?? []).union(file.module == "Debates" ? ["Foundation"] : House.system)
    return matches(in: file) { line in
      guard line.contains("import"), let found = line.firstMatch(of: importLine) else { return nil }
      let module = String(found.output.1)
      return allowed.contains(module) ? nil : "\(file.module) imports \(module)"
    }
  }

  /// A C header is spared: an ABI is one list.
  static func tooLong(_ file: SourceFile) -> [String] {
    if file.path.hasSuffix(".h") { return [] }
    let count = file.lines.count - (file.text.hasSuffix("\n") ? 1 : 0)
    return count > maximumLines ? ["\(file.path): \(count) lines; a file is one idea"] : []
  }

  /// `try!`, `as!` and forced unwrapping, outside strings and comments.
  static func forced(in file: SourceFile) -> [String] {
    guard file.path.hasSuffix(".swift") else { return [] }
    return matches(in: file) { line in
      let code = line.replacing(stringLiteral, with: "\"\"").replacing(comment, with: "")
      return code.contains(force) ? "forced: \(line.trimmingCharacters(in: .whitespaces))" : nil
    }
  }

  static func uncheckedWithoutReason(in file: SourceFile) -> [String] {
    let lines = file.lines
    return lines.indices.compactMap { index in
      let code = lines[index].replacing(comment, with: "")
      guard code.contains("@unchecked Sendable") || code.contains("nonisolated(unsafe)") else { return nil }
      let above = index > 0 ? lines[index - 1].trimmingCharacters(in: .whitespaces) : ""
      return above.hasPrefix("//") ? nil : "\(file.path):\(index + 1): says no reason on the line above"
    }
  }

  static func machinePaths(in file: SourceFile) -> [String] {
    matches(in: file) { $0.contains(machinePath) ? "names a place of one machine" : nil }
  }

  /// The names that a target's row in Package.swift lists as dependencies.
  static func dependencies(of module: String, in package: String) throws -> Set<String> {
    guard
      let name = package.range(of: "arget(\n      name: \"\(module)\"")
        ?? package.range(of: "arget(name: \"\(module)\"")
    else { throw MissingTarget(name: module) }
    let rest = package[name.upperBound...]
    let ends = ["swiftSettings", "resources"].compactMap { rest.range(of: $0)?.lowerBound }
    let row = rest[..<(ends.min() ?? rest.endIndex)].replacing(packageName, with: "")
    guard let list = row.range(of: "dependencies: [") else { return [] }
    let listed = row[list.upperBound...]
    return Set(listed.matches(of: quoted).map { String($0.output.1) })
  }

  struct MissingTarget: Error { var name: String }

  private static func matches(in file: SourceFile, _ fault: (Substring) -> String?) -> [String] {
    file.lines.enumerated().compactMap { index, line in fault(line).map { "\(file.path):\(index + 1): \($0)" } }
  }

  // Computed, since a Regex is not Sendable.
  private static var importLine: Regex<(Substring, Substring)> {
    /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?import\s+(?:(?:struct|class|enum|protocol|func|var|let|typealias|actor)\s+)?(\w+)/
  }
  private static var stringLiteral: Regex<Substring> { /"(?:[^"\\]|\\.)*"/ }
  private static var comment: Regex<Substring> { /\/\/.*/ }
  private static var force: Regex<Substring> { /\btry!|\bas!|[\w)\]]!(?!=)/ }
  // A product is imported by its own name.
  private static var packageName: Regex<Substring> { /package: "[\w-]+"/ }
  private static var quoted: Regex<(Substring, Substring)> { /"([\w-]+)"/ }
  // At the start of a path only: the same words may stand inside an address.
  private static var machinePath: Regex<Substring> { /(?:^|[\s"'`(=:])\/(?:work|tmp|root|home)\b/ }
}
