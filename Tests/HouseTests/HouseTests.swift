import Foundation
import Testing

/// The rules of the house: who may import whom, how long a file may be, what no file may hold.
@Suite struct HouseTests {
  @Test func modulesAreThoseOfTheTable() {
    let modules = Set(House.sources.map(\.module))
    #expect(modules == Set(House.imports.keys), "a new module needs its row in House.imports")
  }

  @Test func importsGoDownwards() {
    #expect(House.sources.flatMap { Rules.forbiddenImports(in: $0) } == [])
  }

  @Test func noFileIsTooLong() {
    #expect(House.sources.flatMap { Rules.tooLong($0) } == [])
  }

  @Test func nothingIsForced() {
    #expect(House.sources.flatMap { Rules.forced(in: $0) } == [])
  }

  @Test func uncheckedConcurrencyHasItsReason() {
    #expect(House.sources.flatMap { Rules.uncheckedWithoutReason(in: $0) } == [])
  }

  @Test func noMachineIsNamed() {
    #expect(House.committedTexts.flatMap { Rules.machinePaths(in: $0) } == [])
  }

  /// Every C library has its headers imported by one module; Package.swift must not offer it to another.
  @Test func packageOffersOnlyWhatTheTableAllows() throws {
    let package = try House.text(at: "Package.swift")
    for (module, allowed) in House.imports where House.swiftModules.contains(module) {
      let offered = try Rules.dependencies(of: module, in: package)
      #expect(offered.isSubset(of: allowed), "\(module) depends on \(offered.subtracting(allowed).sorted())")
    }
  }
}

/// The rules themselves, on files made to break them: a rule that finds nothing must be able to find something.
@Suite struct RulesTests {
  private func source(_ text: String, module: String = "Indexing") -> SourceFile {
    SourceFile(path: "Sources/\(module)/Made.swift", text: text)
  }

  @Test(arguments: [
    ("Indexing", "import Searching"), ("Searching", "internal import Indexing"), ("Schema", "import CICU"),
    ("Debates", "public import Xapian"), ("Formats", "@preconcurrency import ArgumentParser"),
    ("Indexing", "import CXML"), ("Schema", "import struct Formats.RawItem"), ("palabre", "import CXapian"),
    ("Analysis", "@_exported import Debates"), ("Formats", "import Glibc\n\nimport CLanguageModel"),
    ("Service", "import Indexing"), ("Service", "import Xapian"), ("palabre", "import Hummingbird"),
  ])
  func importsAreSeen(module: String, line: String) {
    #expect(Rules.forbiddenImports(in: source(line, module: module)).count == 1)
  }

  @Test func allowedImportsPass() {
    #expect(Rules.forbiddenImports(in: source("import Foundation\npublic import Schema\n// import Searching")) == [])
  }

  @Test func lengthIsSeen() {
    #expect(Rules.tooLong(source(String(repeating: "//\n", count: 300))) == [])
    #expect(Rules.tooLong(source(String(repeating: "//\n", count: 301))).count == 1)
  }

  @Test(arguments: ["let x = try! f()", "let y = z as! Int", "a.b!.c()", "f(x!)", "let q = list.first!"])
  func forceIsSeen(line: String) { #expect(Rules.forced(in: source(line)).count == 1) }

  @Test(arguments: ["if !x { }", "a != b", "// really!", "let s = \"no!\"", "#if !os(Linux)", "f(!x)"])
  func exclamationsAreNotForce(line: String) { #expect(Rules.forced(in: source(line)) == []) }

  @Test func uncheckedIsSeen() {
    let bare = "struct A {}\nextension A: @unchecked Sendable {}"
    #expect(Rules.uncheckedWithoutReason(in: source(bare)).count == 1)
    #expect(Rules.uncheckedWithoutReason(in: source("let a = 1\nnonisolated(unsafe) var b = 2")).count == 1)
    #expect(Rules.uncheckedWithoutReason(in: source("// Locked by c.\nnonisolated(unsafe) var b = 2")) == [])
  }

  @Test func machinePathsAreSeen() {
    for path in ["/wor" + "k/shared", "/roo" + "t/.cache", "/tm" + "p/x", "/hom" + "e/ann"] {
      #expect(Rules.machinePaths(in: SourceFile(path: "README.md", text: "see \(path)")).count == 1)
      #expect(Rules.machinePaths(in: SourceFile(path: "README.md", text: "see https://x.org\(path)")) == [])
    }
  }
}
