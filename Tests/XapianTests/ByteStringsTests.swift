import Testing
import Xapian

@Suite struct ByteStringsTests {
  @Test func keepsStringsApart() {
    var strings = ByteStrings()
    #expect(strings.count == 0)
    strings.append("été")
    strings.append("")
    strings.append([0, 0xFF])
    #expect(strings.count == 3)
    #expect(strings.bytes == [0xC3, 0xA9, 0x74, 0xC3, 0xA9, 0, 0xFF])
    #expect(strings.ends == [5, 5, 7])
    #expect(strings.string(at: 0) == "été")
    #expect(strings[1].isEmpty)
    #expect(Array(strings[2]) == [0, 0xFF])
    #expect(strings.string(at: 2) == "\0\u{FFFD}")
  }
}
