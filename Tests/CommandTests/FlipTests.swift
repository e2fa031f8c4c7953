import Foundation
import TestTools
import Testing

/// Single bits flipped in the files of an index: each is found, or nothing that a reader sees is another for it.
///
/// `PALABRE_FLIPS=200` makes as many at other places, and prints what became of them; `PALABRE_FLIPS_SEED` begins
/// elsewhere.
@Suite struct FlipTests {
  @Test func eachIsFoundOrHarmless() throws {
    let environment = ProcessInfo.processInfo.environment
    let asked = environment["PALABRE_FLIPS"].flatMap { Int($0) }
    let folder = try TemporaryFolder()
    let size = asked == nil ? 40 : 240
    try folder.write("debates.ndjson", FlipTown.records(size).map { $0 + "\n" }.joined())
    let made = try Tool.run(["index", "debates.ndjson", "--index", "index", "--quiet"], in: folder.path)
    try #require(made.status == 0, "\(made.errors)")
    try #require(try Tool.run(["check", "--index", "index"], in: folder.path).status == 0)
    let before = try WholeDump.lines(of: folder.path + "/index")
    let files = try FlipTown.files(of: folder.path + "/index")

    var random = SeededNumbers(seed: environment["PALABRE_FLIPS_SEED"].flatMap { UInt64($0) } ?? 2011)
    var counts: [String: Int] = [:]
    for number in 0..<(asked ?? 20) {
      // As many bits in each file as it is long; without a number asked for, some in each of them.
      let (file, bit) =
        asked == nil
        ? FlipTown.place(in: [files[number % files.count]], &random) : FlipTown.place(in: files, &random)
      let what = "bit \(bit % 8) of byte \(bit / 8) of \((file as NSString).lastPathComponent)"
      try FlipTown.flip(bit, of: file)
      let check = try Tool.run(["check", "--index", "index"], in: folder.path)
      let isSeen = check.status == 0 ? (try? WholeDump.lines(of: folder.path + "/index")) != before : true
      try FlipTown.flip(bit, of: file)

      #expect([0, 74].contains(check.status), "\(what): \(check.status) \(check.errors)")
      #expect(check.status == 74 || !isSeen, "missed: \(what)")
      let end = check.output.contains("ended the process") ? "found, by a process that died of it" : "found"
      counts[check.status == 74 ? end : isSeen ? "missed" : "nothing changed", default: 0] += 1
    }
    if asked != nil { print("flips in \(files.reduce(0) { $0 + $1.bytes }) bytes: \(counts)") }
    #expect(counts["found", default: 0] >= (asked ?? 20) / 4)
    // All bits are as they were.
    #expect(try WholeDump.lines(of: folder.path + "/index") == before)
  }
}

/// The debates whose index is damaged, and the damage.
enum FlipTown {
  static func records(_ count: Int) -> [String] {
    var random = SeededNumbers(seed: 4)
    return (0..<count).map { number in
      // A few words are frequent, most are rare.
      let text = (0..<400).map { _ in
        "mot\(Int.random(in: 0..<20, using: &random) * Int.random(in: 0..<200, using: &random))a"
      }
      return """
        {"id":"debate-\(number)","title":"Title \(number) of a debate","date":"2011-0\(number % 9 + 1)-05",\
        "visibility":"\(number % 10 == 3 ? "members" : "public")",\
        "transcript":[{"start":1,"speaker":"Ada \(number % 7)","text":"\(text.joined(separator: " "))."}]}
        """
    }
  }

  /// Those that answer: the databases, and what names them.
  static func files(of index: String) throws -> [(path: String, bytes: Int)] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: index).sorted()
    return all.filter { $0 == "CURRENT" || $0.hasPrefix("generation-") }.compactMap { name in
      let path = index + "/" + name
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      guard attributes?[.type] as? FileAttributeType == .typeRegular, let bytes = attributes?[.size] as? Int, bytes > 0
      else { return nil }
      return (path, bytes)
    }
  }

  /// A bit of one of the files, each as likely as any other.
  static func place(
    in files: [(path: String, bytes: Int)], _ random: inout SeededNumbers
  ) -> (path: String, bit: Int) {
    var bit = Int.random(in: 0..<(files.reduce(0) { $0 + $1.bytes } * 8), using: &random)
    for file in files {
      if bit < file.bytes * 8 { return (file.path, bit) }
      bit -= file.bytes * 8
    }
    return (files[0].path, 0)
  }

  static func flip(_ bit: Int, of path: String) throws {
    let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
    defer { try? file.close() }
    try file.seek(toOffset: UInt64(bit / 8))
    let byte = try #require(try file.read(upToCount: 1)?.first)
    try file.seek(toOffset: UInt64(bit / 8))
    try file.write(contentsOf: Data([byte ^ 1 << UInt8(bit % 8)]))
  }
}

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
