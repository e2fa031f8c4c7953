import CArchive
import Foundation
import Testing

@testable import Formats

/// An archive made for a test.
struct MadeArchive {
  enum Kind: String, CaseIterable, Sendable {
    case zip, tar
    case tarGzip = "tar.gz"
    case tarZstandard = "tar.zst"
  }

  struct Entry {
    var path: String
    var content = Data()
    var linksTo: String?
  }

  static func write(_ entries: [Entry], as kind: Kind, to path: String) throws {
    let archive = try #require(archive_write_new())
    defer { archive_write_free(archive) }
    switch kind {
    case .zip: archive_write_set_format_zip(archive)
    case .tar: archive_write_set_format_ustar(archive)
    case .tarGzip:
      archive_write_set_format_ustar(archive)
      archive_write_add_filter_gzip(archive)
    case .tarZstandard:
      archive_write_set_format_ustar(archive)
      archive_write_add_filter_zstd(archive)
    }
    #expect(archive_write_open_filename(archive, path) == ARCHIVE_OK)
    for made in entries {
      let entry = try #require(archive_entry_new())
      defer { archive_entry_free(entry) }
      archive_entry_set_pathname(entry, made.path)
      archive_entry_set_perm(entry, 0o644)
      if let target = made.linksTo {
        archive_entry_set_filetype(entry, 0o120000)
        archive_entry_set_symlink(entry, target)
        archive_entry_set_size(entry, 0)
      } else {
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_size(entry, Int64(made.content.count))
      }
      #expect(archive_write_header(archive, entry) == ARCHIVE_OK)
      made.content.withUnsafeBytes { bytes in
        _ = archive_write_data(archive, bytes.baseAddress, bytes.count)
      }
    }
    #expect(archive_write_close(archive) == ARCHIVE_OK)
  }

  /// One stream, compressed on its own.
  static func compress(_ content: Data, gzip: Bool, to path: String) throws {
    let archive = try #require(archive_write_new())
    defer { archive_write_free(archive) }
    archive_write_set_format_raw(archive)
    if gzip { archive_write_add_filter_gzip(archive) } else { archive_write_add_filter_zstd(archive) }
    #expect(archive_write_open_filename(archive, path) == ARCHIVE_OK)
    let entry = try #require(archive_entry_new())
    defer { archive_entry_free(entry) }
    archive_entry_set_filetype(entry, 0o100000)
    archive_entry_set_pathname(entry, "x")
    #expect(archive_write_header(archive, entry) == ARCHIVE_OK)
    content.withUnsafeBytes { bytes in _ = archive_write_data(archive, bytes.baseAddress, bytes.count) }
    #expect(archive_write_close(archive) == ARCHIVE_OK)
  }
}

@Suite struct ArchiveTests {
  static func record(_ id: String) -> Data { Data(SourceReaderTests.record(id).utf8) }

  @Test(arguments: MadeArchive.Kind.allCases) func filesOfArchives(_ kind: MadeArchive.Kind) throws {
    let folder = try SourceReaderTests.Folder(["b.json": SourceReaderTests.record("b")])
    try MadeArchive.write(
      [
        .init(path: "2009/z.json", content: Self.record("z")),
        .init(path: "./2009/a.ndjson", content: Self.record("a")),
        .init(path: ".hidden/x.json", content: Self.record("x")),
        .init(path: "__MACOSX/y.json", content: Data("?".utf8)),
        .init(path: "image.png", content: Data([0x89, 0x50])),
      ], as: kind, to: "\(folder.path)/a.\(kind.rawValue)")
    let name = "a.\(kind.rawValue)"
    #expect(
      try SourceReaderTests.told([""], in: folder) == [
        "a \(name)/2009/a.ndjson:1", "z \(name)/2009/z.json:1", "b b.json:1",
        "? : 1 file of no known format skipped",
      ])
  }

  @Test func namesBeyondASCII() throws {
    let folder = try SourceReaderTests.Folder()
    // A stored entry whose name is UTF-8, as its flags say: what the library that reads it would not write here.
    let name = Array("débat 東.json".utf8)
    let content = Array(Self.record("d"))
    func little(_ value: Int, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
    let crc = content.reduce(UInt32.max) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    let common =
      little(20, 2) + little(0x800, 2) + little(0, 6) + little(Int(~crc), 4) + little(content.count, 4)
      + little(content.count, 4) + little(name.count, 2) + little(0, 2)
    let local = [0x50, 0x4B, 3, 4] + common + name + content
    let central = [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 14) + name
    let end =
      [0x50, 0x4B, 5, 6] + little(0, 4) + little(1, 2) + little(1, 2) + little(central.count, 4)
      + little(local.count, 4) + little(0, 2)
    try Data(local + central + end).write(to: URL(fileURLWithPath: folder.path + "/a.zip"))
    #expect(try SourceReaderTests.told(["a.zip"], in: folder) == ["d a.zip/débat 東.json:1"])
  }

  @Test(arguments: [true, false]) func compressedFilesStream(gzip: Bool) throws {
    let folder = try SourceReaderTests.Folder()
    let lines = (0..<20_000).map { SourceReaderTests.record("d\($0)") }.joined(separator: "\n")
    let name = "a.ndjson.\(gzip ? "gz" : "zst")"
    try MadeArchive.compress(Data(lines.utf8), gzip: gzip, to: "\(folder.path)/\(name)")
    let told = try SourceReaderTests.told([name], in: folder)
    #expect(told.count == 20_000)
    #expect(told.last == "d19999 \(name):20000")
  }

  @Test func pathsThatLeadOutAreLeftOut() throws {
    let folder = try SourceReaderTests.Folder()
    let paths = ["../up.json", "a/../../up.json", "/etc/absolute.json", "a\\..\\up.json", "line\nbreak.json"]
    try MadeArchive.write(
      paths.map { .init(path: $0, content: Self.record("evil")) } + [
        .init(path: "link.json", linksTo: "/etc/hostname"), .init(path: "good.json", content: Self.record("good")),
      ], as: .tar, to: folder.path + "/a.tar")
    let told = try SourceReaderTests.told(["a.tar"], in: folder)
    #expect(told.first == "good a.tar/good.json:1")
    #expect(told.count == 7)
    for number in 1...5 {
      #expect(
        told.contains("! a.tar: entry \(number) has a path that leads out of the archive, and is left out"))
    }
    #expect(told.contains("! a.tar/link.json: is a link or a device, which is not followed"))
  }

  @Test func bombsAreRefusedAndTheRestGoesOn() throws {
    let folder = try SourceReaderTests.Folder(["z.json": SourceReaderTests.record("z")])
    let zeros = Data(count: 64 << 20)
    try MadeArchive.write(
      [.init(path: "good.json", content: Self.record("good")), .init(path: "zeros.json", content: zeros)], as: .zip,
      to: folder.path + "/bomb.zip")
    try MadeArchive.compress(zeros, gzip: true, to: folder.path + "/bomb.json.gz")
    let told = try SourceReaderTests.told([""], in: folder)
    #expect(told.count == 4)
    #expect(told[0].hasPrefix("! bomb.json.gz: unpacks to more than 200 times its size"))
    #expect(told[1] == "good bomb.zip/good.json:1")
    #expect(told[2].hasPrefix("! bomb.zip: unpacks to more than 200 times its size (maximumInflation)"))
    #expect(told[3] == "z z.json:1")
  }

  @Test func limitsOnEntriesAndSize() throws {
    let folder = try SourceReaderTests.Folder()
    let entries = (0..<5).map { MadeArchive.Entry(path: "\($0).json", content: Self.record("d\($0)")) }
    try MadeArchive.write(entries, as: .zip, to: folder.path + "/a.zip")
    var limits = SourceLimits()
    limits.maximumArchiveEntries = 3
    let told = try SourceReaderTests.told(["a.zip"], in: folder, limits: limits)
    #expect(told.count == 4 && told[3].contains("(maximumArchiveEntries)"))
    limits = SourceLimits()
    limits.maximumUnpackedBytes = 50
    let small = try SourceReaderTests.told(["a.zip"], in: folder, limits: limits)
    #expect(small.last?.contains("(maximumUnpackedBytes)") == true)
  }

  @Test func archivesInArchivesAreNotOpened() throws {
    let folder = try SourceReaderTests.Folder()
    try MadeArchive.write(
      [.init(path: "a.json", content: Self.record("a"))], as: .zip, to: folder.path + "/inner")
    let inner = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/inner"))
    try MadeArchive.write([.init(path: "inner.zip", content: inner)], as: .tar, to: folder.path + "/outer.tar")
    #expect(
      try SourceReaderTests.told(["outer.tar"], in: folder) == [
        "! outer.tar/inner.zip: an archive inside an archive is not opened; unpack the outer one"
      ])
  }

  @Test func truncatedArchivesKeepWhatCameBefore() throws {
    let folder = try SourceReaderTests.Folder()
    let entries = (0..<50).map { number in
      MadeArchive.Entry(path: "\(10 + number).json", content: Self.record("d\(number)"))
    }
    try MadeArchive.write(entries, as: .tar, to: folder.path + "/a.tar")
    let whole = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.tar"))
    try folder.write("cut.tar", whole.prefix(10_000))
    let told = try SourceReaderTests.told(["cut.tar"], in: folder)
    #expect(told.count { $0.hasPrefix("d") } == 9)
    #expect(told.last?.hasPrefix("! cut.tar: cannot be unpacked: Truncated") == true)
    let lines = (0..<100_000).map { SourceReaderTests.record("d\($0)") }.joined(separator: "\n")
    try MadeArchive.compress(Data(lines.utf8), gzip: true, to: folder.path + "/a.ndjson.gz")
    let packed = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.ndjson.gz"))
    try folder.write("cut.ndjson.gz", packed.prefix(packed.count / 2))
    let cut = try SourceReaderTests.told(["cut.ndjson.gz"], in: folder)
    #expect(cut.count > 100 && cut.count < 100_000)
    #expect(cut.last == "! cut.ndjson.gz: cannot be unpacked: truncated gzip input")
    // Its last bytes are a time, which must not pass for lines.
    try folder.write("stub.ndjson.gz", Data([0x1F, 0x8B, 8, 0, 0x7B, 0x0A, 0x0A, 0x7B]))
    let stub = try SourceReaderTests.told(["stub.ndjson.gz"], in: folder)
    #expect(stub == ["! stub.ndjson.gz: cannot be unpacked: cut short; send the whole file"])
  }

  /// Nothing stays behind.
  @Test func temporaryFoldersGo() throws {
    let folder = try SourceReaderTests.Folder()
    try MadeArchive.write([.init(path: "a.json", content: Self.record("a"))], as: .zip, to: folder.path + "/a.zip")
    let archive = UnpackedArchive(
      SourceFile(
        path: folder.path + "/a.zip", shownPath: "a.zip", name: "a", bytes: 1, stamp: nil, isFound: false,
        source: Source("a.zip")),
      limits: SourceLimits())
    let file = try #require(archive.files.first)
    #expect(FileManager.default.fileExists(atPath: file.path))
    let path = file.path
    withExtendedLifetime(archive) {}
    _ = consume archive
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
