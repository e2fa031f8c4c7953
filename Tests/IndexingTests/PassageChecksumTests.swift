import Foundation
import Schema
import Testing
import Xapian

@testable import Indexing

@Suite struct PassageChecksumTests {
  private static func document(_ change: (inout DocumentBuffer) -> Void = { _ in }) -> DocumentBuffer {
    var document = DocumentBuffer()
    document.data = Array("data".utf8)
    document.addValue(slot: 0, Array("a".utf8))
    document.addTerm("un", withinDocumentFrequency: 1, positions: [1])
    change(&document)
    return document
  }

  private static func checksum(_ document: DocumentBuffer) -> [UInt8] {
    var document = document
    PassageChecksum.seal(&document)
    var found: [UInt8] = []
    document.forEachValue { slot, value in if slot == Slot.checksum.rawValue { found = Array(value) } }
    return found
  }

  /// Each of these is another document than all others.
  @Test func everyChangeIsSeen() {
    let documents = [
      Self.document(),
      Self.document { $0.data = Array("date".utf8) },
      Self.document { $0.addValue(slot: 1, Array("a".utf8)) },
      Self.document { $0.addValue(slot: 2, Array("a".utf8)) },
      Self.document { $0.addValue(slot: 1, Array("b".utf8)) },
      Self.document { $0.addTerm("deux", withinDocumentFrequency: 1, positions: [2]) },
      Self.document { $0.addTerm("deux", withinDocumentFrequency: 1, positions: [3]) },
      Self.document { $0.addTerm("deux", withinDocumentFrequency: 2, positions: [2]) },
      Self.document { $0.addTerm("deux", withinDocumentFrequency: 2, positions: [2, 3]) },
      Self.document { $0.addTerm("deux", withinDocumentFrequency: 1) },
      Self.document { $0.addTerm("deux", withinDocumentFrequency: 0) },
      Self.document { $0.addTerm("deus", withinDocumentFrequency: 1, positions: [2]) },
    ]
    let checksums = documents.map(Self.checksum)
    #expect(checksums.allSatisfy { $0.count == 8 })
    #expect(Set(checksums).count == documents.count)
  }

  /// What a check comes to, posting by posting.
  @Test func theSumOfAllIsTheSumOfEach() {
    let document = Self.document {
      $0.addTerm("deux", withinDocumentFrequency: 2, positions: [2, 3])
      $0.addTerm("Lfr", withinDocumentFrequency: 0)
    }
    var sum: UInt64 = 0
    document.forEachTerm { term, frequency, positions in
      sum &+= PassageChecksum.posting(of: PassageChecksum.hash(ofTerm: term), frequency, positions)
    }
    #expect(PassageChecksum.of(document, terms: sum) == Self.checksum(document))
  }

  @Test func theOrderOfTermsAndValuesIsNone() {
    var other = DocumentBuffer()
    other.data = Array("data".utf8)
    other.addTerm("deux", withinDocumentFrequency: 1, positions: [2])
    other.addTerm("un", withinDocumentFrequency: 1, positions: [1])
    other.addValue(slot: 1, Array("b".utf8))
    other.addValue(slot: 2, [])
    other.addValue(slot: 0, Array("a".utf8))
    let first = Self.document {
      $0.addValue(slot: 1, Array("b".utf8))
      $0.addTerm("deux", withinDocumentFrequency: 1, positions: [2])
    }
    #expect(Self.checksum(first) == Self.checksum(other))
  }

  /// A passage that says its first word twice: position 0 would be lost.
  @Test func theFirstWordTwice() throws {
    let bench = try Bench(["a.ndjson": [record("a", "Nous nous joignons")]])
    try bench.run("a.ndjson")
    let reader = try Reader(path: try bench.path(of: .everyone))
    let phrase = Query.phrase([Array("nous".utf8), Array("nous".utf8)], window: 2)
    #expect(try reader.search(phrase).documents.count == 1)
  }

  @Test func aSealedObjectReadsAsItselfAndKnowsItsDamage() throws {
    let stored = ["title": "Harbour", "id": "a"]
    let sealed = try StoredJSON.sealed(stored)
    #expect(StoredJSON.isIntact(sealed))
    #expect(try StoredJSON.decode([String: String].self, from: sealed).filter { $0.key != "checksum" } == stored)
    for place in sealed.indices {
      var damaged = sealed
      damaged[place] ^= 1
      #expect(!StoredJSON.isIntact(damaged), "byte \(place)")
    }
    #expect(!StoredJSON.isIntact([]))
    #expect(!StoredJSON.isIntact(Array(sealed.dropLast())))
    #expect(!StoredJSON.isIntact(try StoredJSON.encode(stored)))
  }

  @Test(arguments: [[], [1, 2, 3]]) func sealedBytesKnowTheirDamageAndTheirKey(bytes: [UInt8]) {
    let sealed = StoredBytes.sealed(bytes, under: "key")
    #expect(StoredBytes.opened(sealed, under: "key") == bytes)
    #expect(StoredBytes.opened(sealed, under: "kez") == nil)
    #expect(StoredBytes.opened(Array(sealed.dropLast()), under: "key") == nil)
    for place in sealed.indices {
      var damaged = sealed
      damaged[place] ^= 0x80
      #expect(StoredBytes.opened(damaged, under: "key") == nil, "byte \(place)")
    }
  }
}
