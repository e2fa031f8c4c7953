import Foundation
import Testing

@testable import Formats

@Suite struct TEIHeaderTests {
  static func header(_ content: String) throws -> TEIHeader {
    let xml = try XMLStream(ByteStream(Data("<teiHeader>\(content)</teiHeader>".utf8)))
    guard case .open(let tag) = try xml.nextEvent() else { throw XMLError(line: 1, reason: "no header") }
    return TEIHeader(try xml.element(tag, maximumBytes: 64 << 20))
  }

  @Test(
    arguments: [
      ("<title>One</title>", "One", nil),
      ("<title>One</title><title>Two</title><title>One</title>", "One – Two", nil),
      ("<title type='sub'>Low</title><title type='main'>High</title><title>Else</title>", "High", "Low"),
      ("<title type='sub'>Low</title>", "Low", nil),
      ("<title xml:lang='de'>Eins</title><title xml:lang='en-GB'>One</title>", "One", nil),
      ("<title xml:lang='en'>One</title><title xml:lang='fr'>Un</title>", "Un", nil),
      ("<title xml:lang='sl'>Ena</title><title xml:lang='hu'>Egy</title>", "Ena", nil),
      ("<title> </title>", "", nil), ("", "", nil),
    ] as [(String, String, String?)]) func titles(content: String, title: String, subtitle: String?) throws
  {
    let titles = try Self.header("<fileDesc><titleStmt>\(content)</titleStmt></fileDesc>").titles(in: nil)
    #expect(titles.title == title)
    #expect(titles.subtitle == subtitle)
  }

  @Test func theLanguageOfThePageChoosesTheTitle() throws {
    let titles = "<title xml:lang='fr'>Un</title><title xml:lang='en'>One</title>"
    let header = try Self.header("<fileDesc><titleStmt>\(titles)</titleStmt></fileDesc>")
    #expect(header.titles(in: "en").title == "One")
  }

  static let setting = "<settingDesc><setting><date when='2001-01-01'/></setting></settingDesc>"
  static let source = "<sourceDesc><bibl><date when='2002-02-02'/></bibl></sourceDesc>"
  static let edition = "<editionStmt><edition><date>mardi 3 mars 2003</date></edition></editionStmt>"
  static let creation = "<creation><date>4 April 2004</date></creation>"
  static let title = "<titleStmt><title>Sitting of 5 May 2005</title></titleStmt>"

  @Test(
    arguments: [
      (title + edition + source, setting + creation, "2001-01-01"), (title + edition + source, creation, "2002-02-02"),
      (title + edition, creation, "2003-03-03"), (title, creation, "2004-04-04"), (title, "", "2005-05-05"),
      ("<publicationStmt><date when='2006-06-06'/></publicationStmt>", "", nil),
      ("<sourceDesc><date when='0000-00-00'/><date from='2007' to='2008'/></sourceDesc>", "", "2007"),
      ("<sourceDesc><date when='soon'>2009-09</date></sourceDesc>", "", "2009-09"),
    ] as [(String, String, String?)]) func dates(file: String, profile: String, date: String?) throws
  {
    let header = try Self.header("<fileDesc>\(file)</fileDesc><profileDesc>\(profile)</profileDesc>")
    #expect(header.date == date)
  }

  @Test(
    arguments: [
      ("<language ident='fra'/>", "fr"), ("<language>Français</language>", "fr"), ("<language>Klingon</language>", nil),
      ("<language ident='fr'/><language ident='en'/>", nil), ("", nil),
    ] as [(String, String?)]) func languages(content: String, language: String?) throws
  {
    let header = try Self.header("<profileDesc><langUsage>\(content)</langUsage></profileDesc>")
    #expect(header.language == language)
  }

  @Test func titlesWithoutEndAreCut() throws {
    let titles = (0..<50_000).map { "<title>T\($0)</title>" }.joined()
    let title = try Self.header("<fileDesc><titleStmt>\(titles)</titleStmt></fileDesc>").titles(in: nil).title
    #expect(title.split(separator: " – ").count == 16)
  }
}
