import Debates
import Foundation
import Testing

@testable import Formats

@Suite struct PageProfileTests {
  @Test func shippedProfilesLoad() throws {
    for (name, yaml) in PageProfile.shippedSources {
      #expect(try PageProfile(yaml: yaml, file: name).name == name)
      #expect(try PageProfile(yaml: yaml, file: name).test != nil, "\(name) would never be asked")
    }
    #expect(PageProfile.shipped.count == PageProfile.shippedSources.count)
  }

  /// The example that users are given.
  @Test func documentedProfileLoads() throws {
    let path = FormatGoldenTests.folder + "/../../Documentation/page-profiles.md"
    let page = try String(contentsOfFile: path, encoding: .utf8)
    let examples = page.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    #expect(!examples.isEmpty)
    #expect(try PageProfile(yaml: examples[0], file: "example").name == "town-forum")
  }

  @Test(arguments: [
    ("title: //h1", "p.yaml:1: name: missing; what is the site called?"),
    ("name: x\ntitel: //h1", "p.yaml:2: titel: unknown key; did you mean \"title\"?"),
    ("name: x\ntitle: //h1[", "p.yaml:2: title.xpath: the XPath breaks off"),
    ("name: x\ntitle:\n  xpth: //h1", "p.yaml:3: title.xpth: unknown key; did you mean \"xpath\"?"),
    ("name: x\ntitle:\n  strip: a", "p.yaml:3: title.xpath: missing; say where it stands"),
    (
      "name: x\ndate:\n  xpath: //p\n  formats: d QQQ yyyy",
      "p.yaml:4: date.formats: \"d QQQ yyyy\" is not a date pattern; write `ISO` or such as `d MMMM yyyy 'à' HH'h'mm`"
    ),
    ("name: x\ncomments:\n  - each: //p", "p.yaml:3: comments[0].text: missing; where is the text?"),
    (
      "name: x\nid:\n  xpath: //a\n  part: host",
      "p.yaml:4: id.part: \"host\" is none of name, path, fragment, query NAME"
    ),
    (
      "name: x\ntranscript:\n  flow: //p\n  speaker: b\n  headings: kept",
      "p.yaml:5: transcript.headings: \"kept\" is none of keep, drop"
    ),
    ("- a", "p.yaml:1: write keys and values here, such as `key: value`"),
    ("", "p.yaml: an empty profile; write at least `name:`"),
  ]) func wrongProfiles(yaml: String, problem: String) {
    #expect {
      try PageProfile(yaml: yaml, file: "p.yaml")
    } throws: { error in
      #expect("\(error)" == problem)
      return true
    }
  }

  @Test func notYAML() {
    #expect {
      try PageProfile(yaml: "name: x\n  title: [", file: "p.yaml")
    } throws: { ($0 as? LocatedError)?.line == 2 && "\($0)".contains("not YAML") }
  }

  @Test func absentFile() {
    #expect(throws: LocatedError.self) { try PageProfile.load(path: "/nowhere/p.yaml") }
  }

  static let forum = """
    name: forum
    language: en
    title: [//h1, //h2]
    date: {xpath: "//i", formats: [dd/MM/yyyy]}
    expertises: {xpath: "//u", split: "/"}
    media: {url: //video/@src, duration: //em}
    opinions: {count: //s/@n, mean: //s}
    speakers: {each: //li, name: {xpath: ., strip: [Dr.], until: ",", rest: affiliation}}
    transcript: {each: //p, speaker: b, start: "@t", text: span}
    comments:
      each: //div
      opinion: {xpath: "@v", values: {pour: 5, contre: 0}}
      parent: {xpath: a/@href, part: query c}
      text: span
    """

  @Test func readsWhatAProfileSays() throws {
    let page = """
      <html><h2>Bins</h2><i>on 03/04/2010 at noon</i><u>waste / streets</u><video src="v.mp4"></video><em>1:02</em>
      <s n="7">4,5</s><li>Dr. Ada Quill, Town Hall</li><p t="0:05"><b>Ada Quill</b><span>Hello.</span></p>
      <p><span>Hm.</span></p><div v="contre"><a href="?c=9&x">re</a><span>No.</span></div></html>
      """
    let profile = try PageProfile(yaml: Self.forum, file: "forum.yaml")
    let items = try Reading.items(HTMLPageFormat.self, Data(page.utf8), profiles: [profile])
    let debate = try #require(items.first?.debate, "\(items.map(\.told))")
    #expect(debate.title == "Bins")
    #expect(debate.date?.text == "2010-04-03")
    #expect(debate.expertises == ["waste", "streets"])
    #expect(debate.media == Media(url: "v.mp4", duration: 62))
    #expect(debate.opinions == Opinions(count: 7, mean: 4.5))
    #expect(debate.speakers == [Speaker(id: "ada-quill", name: "Ada Quill", affiliation: "Town Hall")])
    #expect(debate.transcript.map(\.text) == ["Hello.", "Hm."])
    #expect(debate.transcript.map(\.start) == [5, nil])
    #expect(debate.transcript.map(\.speaker?.id) == ["ada-quill", nil])
    #expect(debate.comments.map(\.opinion) == [0])
    #expect(debate.comments.map(\.parent) == ["9"])
  }

  /// Whoever sets a direction in italics may end them before its bracket closes.
  @Test(
    arguments: [
      ("One. <i>(Applause</i> on the left<i>.)</i> Two.", "One. Two."),
      ("One <i>(Applause </i>on<i> the left)</i>, two.", "One, two."),
      ("One <i>(adopted</i>.) two (three) four.", "One two (three) four."),
      ("One. <i>(Applause</i> (long).) Two.", "One. (long).) Two."),
      ("One. <i>(Applause.)</i> Two.) Three.", "One. Two.) Three."),
      ("One. <i>(Applause</i> " + String(repeating: "word ", count: 200) + ") Two.", nil),
    ] as [(String, String?)])
  func directionsEndWithTheirBracket(paragraph: String, words: String?) throws {
    let yaml = "name: x\ntranscript: {flow: //p, speaker: b, direction: \"i[starts-with(., '(')]\"}"
    let items = try Reading.items(
      HTMLPageFormat.self, Data("<html><p><b>Ada Quill.</b> \(paragraph)</p></html>".utf8),
      profiles: [try PageProfile(yaml: yaml, file: "x.yaml")])
    let debate = try #require(items.first?.debate, "\(items.map(\.told))")
    #expect(debate.title == "")
    let said = try #require(debate.transcript.first?.text)
    if let words { #expect(said == words) } else { #expect(said.count > 1000) }
  }

  @Test func aTitleOfCourtesyMayStandAlone() throws {
    let yaml = "name: x\ntranscript: {flow: //p, speaker: {xpath: \".//b\", strip: M.}}"
    let page = """
      <html><p><b>M. Quill.</b> One.</p><p><a><b>M.</b> <b>Lee</b></a><b>.</b> Two.</p><p><b>M.</b> <i>Three.</i></p></html>
      """
    let items = try Reading.items(
      HTMLPageFormat.self, Data(page.utf8), profiles: [try PageProfile(yaml: yaml, file: "x.yaml")])
    let said = items.first?.debate?.transcript.map { "\($0.speaker?.name ?? ""): \($0.text)" }
    #expect(said == ["Quill.: One.", "Lee: Two.\nM. Three."], "\(items.map(\.told))")
  }

  @Test func aPageIsCalledAsItsWindowWhenNothingElseNamesIt() throws {
    let profile = try PageProfile(yaml: "name: x\ntitle: //h1\ndescription: //p", file: "x.yaml")
    let page = Data("<html><title>Bins</title><p>They are full.</p></html>".utf8)
    let items = try Reading.items(HTMLPageFormat.self, page, profiles: [profile])
    #expect(items.first?.debate?.title == "Bins", "\(items.map(\.told))")
  }

  @Test func aProfileThatFindsNothingIsToldOf() throws {
    let profile = try PageProfile(yaml: Self.forum, file: "forum.yaml")
    let items = try Reading.items(HTMLPageFormat.self, Data("<html><h1>x</h1></html>".utf8), profiles: [profile])
    #expect(
      items.map(\.told) == ["! made.file: the profile forum finds no text on this page; is it a page of that site?"])
  }

  @Test(arguments: [
    ("lundi 2 décembre 2009 à 18h30", "2009-12-02T18:30:00Z"), ("2 déc. 2009", "2009-12-02"),
    ("March 3rd, 2012", "2012-03-03"), ("1er mai 2010", "2010-05-01"),
    ("Publié le 02/12/2009 à 9 h", "2009-12-02T09:00:00Z"),
    ("12/25/2009", "2009-12-25"), ("3 Mar 2012 6:05 PM", "2012-03-03T18:05:00Z"), ("août 2011", "2011-08"),
    ("2009-12-02T10:30:00+01:00", "2009-12-02T10:30:00+01:00"), ("31 février 2009", nil), ("mars", nil), ("", nil),
    ("99999999999999999999 mai 2010", "2010-05"),
  ]) func writtenDates(text: String, iso: String?) {
    #expect(WrittenDate.iso(in: text) == iso)
  }

  @Test(arguments: [
    ("d MMMM yyyy", "le 2 décembre 2009", "2009-12-02"), ("MM/dd/yyyy", "03/04/2012", "2012-03-04"),
    ("EEEE d MMM yy 'à' HH'h'mm", "lundi 2 déc. 09 à 18h30", "2009-12-02T18:30:00Z"), ("yyyy", "en 2009", "2009"),
    ("MMMM d, yyyy h:mm a", "May 1st, 2010 12:05 am", "2010-05-01T00:05:00Z"), ("d MMMM yyyy", "2 foo 2009", nil),
    ("ISO", "Le 2009-12-02, à Brest", "2009-12-02"),
  ]) func datePatterns(pattern: String, text: String, iso: String?) throws {
    #expect(try #require(DatePattern(pattern)).iso(in: text) == iso)
  }

  @Test(arguments: [
    ("http://x.example/a/b.html?id=7&c=8#n", "b", "a/b.html", "7", "n"), ("/velo/", "velo", "velo", nil, nil),
    ("", nil, nil, nil, nil),
  ]) func addressParts(address: String, name: String?, path: String?, id: String?, fragment: String?) {
    #expect(AddressPart.name.of(address[...]) == name)
    #expect(AddressPart.path.of(address[...]) == path)
    #expect(AddressPart.query("id").of(address[...]) == id)
    #expect(AddressPart.fragment.of(address[...]) == fragment)
  }

  @Test(
    arguments: [
      ("1 250 personnes", 1250), ("1,250", 1250), ("4,5 / 5", 4.5), ("-3", -3), ("vu 12 fois", 12), ("aucune", nil),
      (String(repeating: "9", count: 400), 1e40 - 1),
    ] as [(String, Double?)]) func numbers(text: String, number: Double?)
  {
    let found = PageNumber.first(in: text)
    #expect(found == number || (found ?? 0) > 1e38)
  }

  @Test(
    arguments: [
      ("PT1H2M3S", 3723), ("1:02:03", 3723), ("90", 90), ("P1D", 86400), ("PT", 0), ("1:x", nil), ("P1Y", nil),
      ("PT99999999H", nil),
    ] as [(String, Double?)])
  func durations(text: String, seconds: Double?) {
    #expect(PageNumber.seconds(in: text) == seconds)
  }
}
