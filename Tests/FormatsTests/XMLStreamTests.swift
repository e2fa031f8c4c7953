import Foundation
import Testing

@testable import Formats

@Suite struct XMLStreamTests {
  /// What a document holds, as text: `<name attribute=value>` … `</>`; an error ends it.
  static func told(_ document: Data) throws -> String {
    let xml = try XMLStream(ByteStream(document))
    var told = ""
    do throws(XMLError) {
      while let event = try xml.nextEvent() {
        switch event {
        case .open(let tag):
          told += "<\(tag.name)" + tag.attributes.map { " \($0.name)=\($0.value)" }.joined() + ">"
        case .text(let text): told += text
        case .close: told += "</>"
        }
      }
    } catch {
      told += "!\(error.line ?? 0): \(error.reason)"
    }
    return told
  }

  static func told(_ text: String) throws -> String { try told(Data(text.utf8)) }

  @Test(arguments: [
    ("<a x='1'>t<b/>&amp;<![CDATA[<c>]]></a>", "<a x=1>t<b></>&<c></>"),
    ("<?xml version='1.0'?><!-- c --><a>l&#8217;été</a>", "<a>l’été</>"),
    ("<p:a xmlns:p='u' p:x='1'/>", "<a x=1></>"),
    ("<a>R&nbsp;D &eacute; &bogus;</a>", "<a>R\u{A0}D é !1: not well formed XML: Entity 'bogus' not defined"),
    ("<!DOCTYPE a [<!ENTITY pound '&#163;'>]><a t='x'>&pound;1</a>", "<a t=x>£1</>"),
    ("<a>\n<b>\ncut", "<a>\n<b>\ncut!3: cut short: the document is not closed; send the whole file"),
    ("<a></b>", "<a>!1: not well formed XML: Opening and ending tag mismatch: a line 1 and b"),
    ("<a/><b/>", "<a></>!1: not well formed XML: Extra content at the end of the document"),
    ("", "!1: cut short: the document is not closed; send the whole file"),
  ]) func documents(document: String, expected: String) throws {
    let told = try Self.told(document)
    #expect(told == expected)
  }

  @Test func latin1IsWindows1252() throws {
    let document = Data("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>l".utf8) + [0x92, 0xE9] + Data("</a>".utf8)
    let told = try Self.told(document)
    #expect(told == "<a>l’é</>")
  }

  @Test(arguments: ["", "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"])
  func windows1252ThatSaysOtherwise(declaration: String) throws {
    let document = Data((declaration + "<a>l").utf8) + [0x92, 0xE9] + Data("</a>".utf8)
    let told = try Self.told(document)
    #expect(told == "<a>l’é</>")
    #expect(try XMLStream(ByteStream(document)).isMisdeclared)
    // With UTF-8 beside it, it is neither.
    let mixed = try Self.told(Data((declaration + "<a>été").utf8) + [0xE9] + Data("</a>".utf8))
    #expect(mixed.contains("not proper UTF-8"))
  }

  /// Found by fuzzing: libxml2 skips what it cannot convert and goes on.
  @Test func bytesOfAnotherEncodingEndTheReading() throws {
    let valid = "<?xml version='1.0' encoding='UTF-16'?><a>".utf16.flatMap {
      [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8]
    }
    let told = try Self.told(Data([0xFF, 0xFE] + valid + [0x00, 0xD8, 0x20, 0x00, 0x3C, 0x00]))
    #expect(told.contains("!"), "\(told)")
  }

  @Test func depthIsBounded() throws {
    let told = try Self.told(String(repeating: "<a>", count: 300_000))
    #expect(told.count < 1000)
    #expect(told.hasSuffix("!1: more than 256 elements inside one another (maximumDepth)"))
  }

  @Test func bombsAndOutsideEntitiesAreRefused() throws {
    let bomb = """
      <!DOCTYPE a [<!ENTITY l0 "lol">\((1...9).map { "<!ENTITY l\($0) \"\(String(repeating: "&l\($0 - 1);", count: 10))\">" }.joined())]><a>&l9;</a>
      """
    #expect(try Self.told(bomb) == "<a>!1: not well formed XML: Entity 'l9' not defined")
    let outside = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>"
    #expect(try Self.told(outside) == "<a>!1: not well formed XML: Entity 'x' not defined")
  }
}
