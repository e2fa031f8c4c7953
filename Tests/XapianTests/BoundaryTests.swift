#if DEBUG
  import CXapian
  import Foundation
  import Testing
  import Xapian

  /// Every function that can fail is called with every kind of failure.
  @Suite struct BoundaryTests {
    /// A function of the C ABI, by way of the Swift call that stands on it. `arm` is called right before.
    struct Call: Sendable, CustomTestStringConvertible {
      let function: String
      let run: @Sendable (_ handles: Handles, _ arm: () -> Void) throws -> Void
      var testDescription: String { function }

      init(_ function: String, _ run: @escaping @Sendable (Handles) throws -> Void) {
        self.function = function
        self.run = { handles, arm in
          arm()
          try run(handles)
        }
      }

      init(_ function: String, arming run: @escaping @Sendable (Handles, () -> Void) throws -> Void) {
        self.function = function
        self.run = run
      }
    }

    final class Handles {
      let folder: TemporaryFolder
      let reader: Reader
      let writer: Writer
      let segment: Segment
      let stemmer: Stemmer

      init() throws {
        folder = try TemporaryFolder()
        try build(folder["index"], [document("un deux", data: "un", values: [0: "a"]), document("deux")])
        reader = try Reader(path: folder["index"])
        writer = try Writer(path: folder["written"], mode: .create)
        segment = try Segment(path: folder["open"])
        stemmer = try Stemmer(.french)
      }
    }

    /// In an order in which all succeed when nothing is injected.
    static let calls: [Call] = [
      Call("cxapian_reader_open") { _ = try Reader(path: $0.folder["index"]) },
      Call("cxapian_reader_reopen") { _ = try $0.reader.reopen() },
      Call("cxapian_reader_counts") { _ = try $0.reader.documentCount },
      Call("cxapian_reader_counts") { _ = try $0.reader.averageLength },
      Call("cxapian_reader_counts") { _ = try $0.reader.lastDocumentID },
      Call("cxapian_reader_revision") { _ = try $0.reader.revision },
      Call("cxapian_reader_uuid") { _ = try $0.reader.uuid },
      Call("cxapian_reader_frequency") { _ = try $0.reader.frequency(ofTerm: "un") },
      Call("cxapian_reader_metadata") { _ = try $0.reader.metadata("key") },
      Call("cxapian_reader_metadata_keys") { _ = try $0.reader.metadataKeys(prefix: "") },
      Call("cxapian_reader_terms") { _ = try $0.reader.terms(prefix: "", limit: 10) },
      Call("cxapian_reader_data") { _ = try $0.reader.data(of: [1, 2]) },
      Call("cxapian_reader_column") { _ = try $0.reader.column(slot: 0) },
      Call("cxapian_reader_document_lengths") { _ = try $0.reader.documentLengths() },
      Call("cxapian_reader_group_sums") {
        _ = try $0.reader.groupSums(of: ByteStrings(["un"]), groups: [0, 1, 1], count: 2)
      },
      Call("cxapian_reader_score") {
        let word = RankedWord(terms: [.init(term: "un", weight: 1, finds: true)], weight: 1)
        _ = try $0.reader.scores(of: [word], lengths: [0, 2, 1], SearchOptions())
      },
      Call("cxapian_best") { _ in _ = try DocumentSet(size: 3, [1]).best(by: [0, 1, 0], limit: 1) },
      Call("cxapian_reader_mark") { _ = try $0.reader.documents(withAnyOf: ["un"], size: 3) },
      Call("cxapian_reader_windows") { _ = try $0.reader.windows(of: ["un"], within: nil, in: [1]) },
      Call("cxapian_reader_vocabulary") { _ = try $0.reader.vocabulary(of: [1, 2], prefixes: "") },
      Call("cxapian_reader_values") { _ = try $0.reader.values(slot: 0, of: [1, 2]) },
      Call("cxapian_reader_documents") { _ = try $0.reader.documents(withTerm: "deux") },
      Call("cxapian_reader_occurrences") {
        var terms = ByteStrings()
        terms.append("deux")
        _ = try $0.reader.occurrences(of: terms, in: [1])
      },
      Call("cxapian_reader_contents") { _ = try $0.reader.contents(of: 1) },
      Call("cxapian_reader_postings") { _ = try $0.reader.postings(after: nil, limit: 100) },
      Call("cxapian_reader_lengths") { _ = try $0.reader.lengths },
      Call("cxapian_reader_value_bounds") { _ = try $0.reader.bounds(ofSlot: 0) },
      Call("cxapian_check") { _ = try StructureReport(path: $0.folder["index"]) },
      Call("cxapian_reader_search") { _ = try $0.reader.search(.term("deux"), SearchOptions(slots: [0])) },
      Call("cxapian_query_describe") { _ = try $0.reader.describe(.term("deux")) },
      Call("cxapian_writer_open") { _ = try Writer(path: $0.folder["another"], mode: .openOrCreate) },
      Call("cxapian_compact") {
        try Compaction.join([$0.folder["index"]], to: $0.folder["joined"], isDurable: true)
      },
      Call("cxapian_segment_create") { _ = try Segment(path: $0.folder["segment"]) },
      Call("cxapian_segment_add") { try $0.segment.add(document("trois")) },
      Call("cxapian_segment_set_metadata") { try $0.segment.setMetadata("key", [1]) },
      Call(
        "cxapian_segment_finish",
        arming: { handles, arm in
          let segment = try Segment(path: "\(handles.folder["finished"])-\(UUID())")
          arm()
          try segment.finish()
        }),
      Call("cxapian_build") {
        let destination = $0.folder["built-\(UUID())"]
        try FileManager.default.createDirectory(atPath: destination, withIntermediateDirectories: true)
        try Segment.build(from: [], base: $0.folder["index"], to: destination, isDurable: true)
      },
      Call("cxapian_writer_begin") { try $0.writer.begin() },
      Call("cxapian_writer_cancel") { try $0.writer.cancel() },
      Call("cxapian_writer_add") { _ = try $0.writer.add(document("trois")) },
      Call("cxapian_writer_delete") { try $0.writer.delete(documentsWith: "trois") },
      Call("cxapian_writer_set_metadata") { try $0.writer.setMetadata("key", [1]) },
      Call("cxapian_writer_metadata") { _ = try $0.writer.metadata("key") },
      Call("cxapian_writer_count") { _ = try $0.writer.documentCount },
      Call("cxapian_writer_commit") { try $0.writer.commit() },
      Call(
        "cxapian_writer_close",
        arming: { handles, arm in
          let writer = try Writer(path: handles.folder["closed"], mode: .openOrCreate)
          arm()
          try writer.close()
        }),
      Call("cxapian_stemmer_open") { _ in _ = try Stemmer(.english) },
      Call("cxapian_stemmer_stem") { _ = try $0.stemmer.stem("débats") },
      Call("cxapian_stemmer_stem") { handles in
        var stem: [UInt8] = []
        try Array("débats".utf8).withUnsafeBufferPointer { try handles.stemmer.stem($0, into: &stem) }
      },
    ]

    static let faults: [(status: cxapian_status, code: XapianError.Code)] = [
      (.CXAPIAN_STATUS_ASSERTION, .unknown),
      (.CXAPIAN_STATUS_INVALID_ARGUMENT, .invalidArgument),
      (.CXAPIAN_STATUS_INVALID_OPERATION, .invalidOperation),
      (.CXAPIAN_STATUS_UNIMPLEMENTED, .unimplemented),
      (.CXAPIAN_STATUS_DATABASE, .io),
      (.CXAPIAN_STATUS_DATABASE_CORRUPT, .corrupt),
      (.CXAPIAN_STATUS_DATABASE_CREATE, .exists),
      (.CXAPIAN_STATUS_DATABASE_LOCK, .locked),
      (.CXAPIAN_STATUS_DATABASE_MODIFIED, .modified),
      (.CXAPIAN_STATUS_DATABASE_OPENING, .opening),
      (.CXAPIAN_STATUS_DATABASE_VERSION, .version),
      (.CXAPIAN_STATUS_DATABASE_NOT_FOUND, .notFound),
      (.CXAPIAN_STATUS_DATABASE_CLOSED, .closed),
      (.CXAPIAN_STATUS_DOCUMENT_NOT_FOUND, .notFound),
      (.CXAPIAN_STATUS_FEATURE_UNAVAILABLE, .unimplemented),
      (.CXAPIAN_STATUS_INTERNAL, .unknown),
      (.CXAPIAN_STATUS_NETWORK, .network),
      (.CXAPIAN_STATUS_NETWORK_TIMEOUT, .network),
      (.CXAPIAN_STATUS_QUERY_PARSER, .invalidArgument),
      (.CXAPIAN_STATUS_SERIALISATION, .corrupt),
      (.CXAPIAN_STATUS_RANGE, .rangeError),
      (.CXAPIAN_STATUS_WILDCARD, .invalidArgument),
      (.CXAPIAN_STATUS_OTHER_XAPIAN, .unknown),
      (.CXAPIAN_STATUS_DISK_FULL, .diskFull),
      (.CXAPIAN_STATUS_OUT_OF_MEMORY, .outOfMemory),
      (.CXAPIAN_STATUS_STANDARD, .unknown),
      (.CXAPIAN_STATUS_UNKNOWN, .unknown),
    ]

    @Test(arguments: calls)
    func everyFaultBecomesItsErrorAndNothingMore(call: Call) throws {
      let handles = try Handles()
      for (status, expected) in Self.faults {
        let thrown = code { try call.run(handles) { cxapian_fault_next(status) } }
        #expect(thrown == expected, "\(status)")
        #expect(try handles.reader.documentCount == 2, "the reader has to live on after \(status)")
        #expect(try handles.writer.documentCount == 0, "the writer has to live on after \(status)")
      }
      if call.function == "cxapian_writer_close" {
        #expect(throws: Never.self, "a failing close has to give up the lock") {
          try Writer(path: handles.folder["closed"], mode: .open).close()
        }
      }
    }

    @Test func everyCallSucceedsWithoutAFault() throws {
      let handles = try Handles()
      for call in Self.calls {
        #expect(throws: Never.self, "\(call.function)") { try call.run(handles) {} }
      }
    }

    /// A function that is added to the header, and not to the table above, fails here.
    @Test func everyFunctionThatCanFailIsDriven() throws {
      let header = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Sources/CXapian/include/cxapian.h").standardized
      let declared = try String(contentsOf: header, encoding: .utf8)
        .matches(of: /cxapian_status (cxapian_\w+)\(/).map { String($0.1) }
      #expect(Set(declared) == Set(Self.calls.map(\.function)))
    }

    /// One past UNKNOWN, which is the last, has no name; all below have one and are driven.
    @Test func everyStatusIsDriven() {
      #expect(Self.faults.map(\.status.rawValue) == Array(1...cxapian_status.CXAPIAN_STATUS_UNKNOWN.rawValue))
    }

    @Test func anErrorTellsWordsAndPlace() throws {
      let handles = try Handles()
      func error(_ status: cxapian_status) -> XapianError? {
        cxapian_fault_next(status)
        do { _ = try handles.reader.documentCount } catch { return error }
        return nil
      }
      let full = try #require(error(.CXAPIAN_STATUS_DISK_FULL))
      #expect(full.context == handles.folder["index"])
      #expect(full.message == "injected (\(String(cString: strerror(ENOSPC))))")
      #expect(full.description == "\(handles.folder["index"]): \(full.message)")
      #expect(error(.CXAPIAN_STATUS_STANDARD)?.message == "injected")
      #expect(error(.CXAPIAN_STATUS_UNKNOWN)?.message == "something that is no exception was thrown")
    }

    @Test func aThrowingInitialiserLeavesNothingOpen() throws {
      let handles = try Handles()
      let before = try handles.folder.openFiles()
      #expect(before > 0)
      for (status, _) in Self.faults {
        for name in ["cxapian_reader_open", "cxapian_writer_open"] {
          for call in Self.calls where call.function == name {
            _ = code { try call.run(handles) { cxapian_fault_next(status) } }
          }
        }
      }
      #expect(try handles.folder.openFiles() == before)
      // The second of two fails for good, after the first was opened.
      #expect(code { _ = try Reader(paths: [handles.folder["index"], handles.folder["absent"]]) } == .notFound)
      #expect(code { _ = try Writer(path: handles.folder["written"], mode: .open) } == .locked)
      #expect(try handles.folder.openFiles() == before)
    }
  }
#endif
