import CXapian
import Testing
import Xapian

@Suite struct QueryTests {
  static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// The query, how it prints, and what Xapian says that it was given.
  static let printed: [(query: Query, description: String, xapian: String)] = [
    (.nothing, "NOTHING", "Query()"),
    (.all, "ALL", "Query(<alldocuments>)"),
    (.term("chat"), "chat", "Query(chat)"),
    (.term(bytes("chat"), queryFrequency: 3), "chat#3", "Query(chat#3)"),
    (.and([.term("a"), .term("b"), .term("c")]), "a AND b AND c", "Query((a AND b AND c))"),
    (.or([.term("a"), .and([.term("b"), .term("c")])]), "a OR (b AND c)", "Query((a OR (b AND c)))"),
    (.and([]), "AND()", "Query()"),
    (.or([]), "OR()", "Query()"),
    (.or([.term("a")]), "OR(a)", "Query(a)"),
    (.synonym([.term("a"), .term("b")]), "SYNONYM(a b)", "Query((a SYNONYM b))"),
    (.filter(.term("a"), by: .term("b")), "a FILTER b", "Query((a FILTER b))"),
    (.filter(.term("a"), by: .nothing), "a FILTER NOTHING", "Query()"),
    (.butNot(.term("a"), .term("b")), "a NOT b", "Query((a AND_NOT b))"),
    (.butNot(.term("a"), .nothing), "a NOT NOTHING", "Query(a)"),
    (.maybe(.term("a"), .term("b")), "a MAYBE b", "Query((a AND_MAYBE b))"),
    (.maybe(.nothing, .term("b")), "NOTHING MAYBE b", "Query()"),
    (.phrase([bytes("a"), bytes("b")], window: 4), "PHRASE/4(a b)", "Query((a PHRASE 4 b))"),
    (.phrase([bytes("a"), bytes("b"), bytes("c")], window: 0), "PHRASE/0(a b c)", "Query((a PHRASE 3 b PHRASE 3 c))"),
    (.phrase([], window: 0), "PHRASE/0()", "Query()"),
    (.near([bytes("a"), bytes("b")], window: 5), "NEAR/5(a b)", "Query((a NEAR 5 b))"),
    (.scaled(.term("a"), by: 0.25), "0.25 * a", "Query(0.25 * a)"),
    (.scaled(.or([.term("a"), .term("b")]), by: 2), "2.0 * (a OR b)", "Query(2 * (a OR b))"),
    (.range(slot: 2, from: bytes("a"), to: bytes("b")), "VALUE 2 a...b", "Query(VALUE_RANGE 2 a b)"),
    (.range(slot: 2, from: bytes("a"), to: nil), "VALUE 2 a...", "Query(VALUE_GE 2 a)"),
    (.range(slot: 2, from: nil, to: bytes("b")), "VALUE 2 ...b", "Query(VALUE_LE 2 b)"),
    (.range(slot: 2, from: nil, to: nil), "VALUE 2 ...", "Query(<alldocuments>)"),
    (.wildcard(prefix: bytes("pré"), atMost: 9), "pré*/9", "Query(WILDCARD SYNONYM pré)"),
    (.term([0x41, 0xFF, 0x00], queryFrequency: 1), "A\\xFF\\x00", "Query(A\\xff\\x00)"),
  ]

  @Test(arguments: printed.indices)
  func printsAndArrivesAsItWasSaid(index: Int) throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [])
    let (query, description, xapian) = Self.printed[index]
    #expect(query.description == description)
    #expect(try Reader(path: folder["index"]).describe(query) == xapian)
  }

  /// Which of five documents match. 1: un deux trois. 2: trois deux un. 3: un quatre trois. 4: prune. 5: pruneau prune.
  static let matching: [(query: Query, documents: Set<UInt32>)] = [
    (.nothing, []),
    (.all, [1, 2, 3, 4, 5]),
    (.term("un"), [1, 2, 3]),
    (.term(""), [1, 2, 3, 4, 5]),
    (.term("absent"), []),
    (.and([.term("un"), .term("deux")]), [1, 2]),
    (.or([.term("quatre"), .term("prune")]), [3, 4, 5]),
    (.synonym([.term("quatre"), .term("prune")]), [3, 4, 5]),
    (.filter(.term("trois"), by: .term("deux")), [1, 2]),
    (.butNot(.term("un"), .term("deux")), [3]),
    (.butNot(.all, .term("un")), [4, 5]),
    (.maybe(.term("un"), .term("prune")), [1, 2, 3]),
    (.phrase([bytes("un"), bytes("deux")], window: 2), [1]),
    (.phrase([bytes("un"), bytes("trois")], window: 2), []),
    (.phrase([bytes("un"), bytes("trois")], window: 3), [1, 3]),
    (.phrase([bytes("un"), bytes("deux")], window: 0), [1]),
    (.phrase([bytes("un")], window: 1), [1, 2, 3]),
    (.near([bytes("trois"), bytes("un")], window: 3), [1, 2, 3]),
    (.near([bytes("deux"), bytes("un")], window: 2), [1, 2]),
    (.scaled(.term("deux"), by: 0), [1, 2]),
    (.range(slot: 0, from: bytes("b"), to: bytes("d")), [2, 3, 4]),
    (.range(slot: 0, from: bytes("d"), to: nil), [4]),
    (.range(slot: 0, from: nil, to: bytes("b")), [1, 2]),
    (.range(slot: 0, from: bytes("d"), to: bytes("b")), []),
    (.range(slot: 0, from: [], to: bytes("b")), [1, 2]),
    (.range(slot: 7, from: nil, to: bytes("b")), []),
    (.wildcard(prefix: bytes("pru"), atMost: 10), [4, 5]),
    (.wildcard(prefix: bytes("pru"), atMost: 1), [4, 5]),
    (.wildcard(prefix: bytes("prunea"), atMost: 1), [5]),
    (.or([.wildcard(prefix: bytes("zzz"), atMost: 1), .term("quatre")]), [3]),
  ]

  @Test func matchesWhatItSays() throws {
    let folder = try TemporaryFolder()
    let texts = [("un deux trois", "a"), ("trois deux un", "b"), ("un quatre trois", "c"), ("prune", "d")]
    try build(folder["index"], texts.map { document($0, values: [0: $1]) } + [document("pruneau prune")])
    let reader = try Reader(path: folder["index"])
    for (query, expected) in Self.matching {
      #expect(try Set(reader.search(query).documents) == expected, "\(query)")
    }
  }

  @Test func refusesWhatCannotBe() throws {
    let folder = try TemporaryFolder()
    try build(folder["index"], [document("un")])
    let reader = try Reader(path: folder["index"])
    var deep = Query.term("un")
    for _ in 0..<99 { deep = .scaled(deep, by: 1) }
    #expect(try reader.search(deep).documents == [1])
    for _ in 0..<10_000 { deep = .and([deep, .term("un")]) }
    let refused: [Query] = [
      deep,
      .or([Query](repeating: .term("un"), count: 8_192)),
      .or([.term("un"), .or([Query](repeating: .term("un"), count: 8_191))]),
      .wildcard(prefix: [], atMost: 10),
      .wildcard(prefix: [0x75], atMost: 0),
      .scaled(.all, by: -1),
      .scaled(.all, by: .nan),
      .scaled(.all, by: .infinity),
    ]
    for (index, query) in refused.enumerated() {
      #expect(code { _ = try reader.search(query) } == .invalidArgument, "\(index)")
      #expect(code { _ = try reader.describe(query) } == .invalidArgument, "\(index)")
    }
    let most = Query.or([Query](repeating: .term("un"), count: 8_191))
    #expect(try reader.describe(most).count > 8_191)
  }

  /// Programs that the Swift side never makes.
  @Test func malformedProgramsAreRefused() {
    func step(
      _ op: cxapian_op, operands: UInt32 = 0, number: UInt32 = 1, start: UInt32 = 0, length: UInt32 = 0,
      upper: UInt32 = 0, factor: Double = 1
    ) -> cxapian_step {
      cxapian_step(
        op: op, operands: operands, number: number, start: start, length: length, upper_length: upper, factor: factor)
    }
    let all = step(.CXAPIAN_OP_ALL)
    let programs: [[cxapian_step]] = [
      [],
      [all, all],
      [step(.CXAPIAN_OP_SCALE)],
      [all, step(.CXAPIAN_OP_FILTER)],
      [all, step(.CXAPIAN_OP_AND, operands: 2)],
      [step(.CXAPIAN_OP_TERM, start: 0, length: 5)],
      [step(.CXAPIAN_OP_TERM, start: .max, length: .max)],
      [step(.CXAPIAN_OP_RANGE, start: 0, length: 4, upper: 1)],
      [step(.CXAPIAN_OP_AND, operands: .max)],
      [all] + [cxapian_step](repeating: step(.CXAPIAN_OP_SCALE), count: 100),
      [cxapian_step](repeating: all, count: 8_192) + [step(.CXAPIAN_OP_OR, operands: 8_192)],
    ]
    let bytes: [UInt8] = Array("abcd".utf8)
    for (index, program) in programs.enumerated() {
      var description = cxapian_strings()
      let status = cxapian_query_describe(program, program.count, bytes, bytes.count, &description, nil)
      #expect(status == .CXAPIAN_STATUS_INVALID_ARGUMENT, "\(index)")
      #expect(description.bytes == nil, "\(index)")
    }
  }

  /// Under OP_OR, Xapian 1.4.22's OP_MAX reads freed memory. The switch has no default: an operator that is added has
  /// to be named here.
  @Test func thereIsNoMaximum() {
    func name(_ op: cxapian_op) -> String {
      switch op {
      case .CXAPIAN_OP_NOTHING: "nothing"
      case .CXAPIAN_OP_ALL: "all"
      case .CXAPIAN_OP_TERM: "term"
      case .CXAPIAN_OP_AND: "and"
      case .CXAPIAN_OP_OR: "or"
      case .CXAPIAN_OP_SYNONYM: "synonym"
      case .CXAPIAN_OP_FILTER: "filter"
      case .CXAPIAN_OP_AND_NOT: "and not"
      case .CXAPIAN_OP_AND_MAYBE: "and maybe"
      case .CXAPIAN_OP_PHRASE: "phrase"
      case .CXAPIAN_OP_NEAR: "near"
      case .CXAPIAN_OP_SCALE: "scale"
      case .CXAPIAN_OP_RANGE: "range"
      case .CXAPIAN_OP_AT_LEAST: "at least"
      case .CXAPIAN_OP_AT_MOST: "at most"
      case .CXAPIAN_OP_WILDCARD: "wildcard"
      }
    }
    let operators = (0...cxapian_op.CXAPIAN_OP_WILDCARD.rawValue).compactMap(cxapian_op.init(rawValue:))
    #expect(operators.count == 16)
    #expect(!operators.map(name).contains { $0.contains("max") })
    #expect(!Self.printed.contains { $0.xapian.contains("MAX") })
  }
}
