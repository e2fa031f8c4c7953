import Debates
import Foundation
import Testing

@testable import Formats

@Suite struct StudioPageTests {
  static let page = """
    Email \u{A0} \u{A0} Password \u{A0}
    Connection | Subscription
    Une télé collaborative
    Mobile
    A propos de nous
    Le vélo en ville : pour qui ?
    Here's my feedback:
    I transmit my opinion: I find this subject...


    Misc infos
    Location\u{A0}: Studio du port
    Webcast
    notes
    Speakers (2)
    AUDIENCE
    \u{A0}
    Subject proposed by Zoé MARTIN
    Organization by Ann Lee
    Format\u{A0}: Talkshow
    Treatment\u{A0}: Debate
    \u{A0}
    Speakers\u{A0}:
    Zoé Martin, Ville & Vélo, Nantes
    Urbaniste, je roule sous la pl...
    Ann Lee, Cycle Works
    Repairs bikes, writes about them

    Le vélo en ville : pour qui ?

    Related expertises:\u{A0} mobilité, urbanisme

    Nous verrons :

      • les pistes,
      • les prix

    Topic brought to you by:
    Loading...
    Share the link:
    Connected subjects:
      • Comment from Bob O'Neil: I ride.Comment from my window: not a name. Comment from zoé martin: Moi aussi !\u{A0}  Comment from Jean-Luc d'Arc: Comment from Bob O'Neil: And: you?
    """

  static func debate(_ page: String, file: String = "pages/velo.txt") throws -> Debate {
    let items = try Reading.items(StudioPageFormat.self, Data(page.utf8), file: file, name: "velo")
    guard case .debate(let debate, _, _, _) = try #require(items.first), items.count == 1 else {
      Issue.record("not one debate: \(items)")
      throw CancellationError()
    }
    return debate
  }

  /// Pages of one name in different folders are different debates.
  @Test func idsArePathsWithinTheSource() throws {
    let folder = try SourceReaderTests.Folder([
      "in/velo.txt": Self.page, "in/2009/page.txt": Self.page, "in/2010/page.v2.txt": Self.page,
    ])
    let told = try SourceReaderTests.told(["in", "in/", "in/2009/page.txt"], in: folder)
    let ids = ["2009/page", "2010/page.v2", "velo"]
    #expect(told.map { String($0.prefix { $0 != " " }) } == ids + ids + ["page"])
  }

  @Test func readsTheFacts() throws {
    let debate = try Self.debate(Self.page)
    #expect(debate.id == "velo")
    #expect(debate.title == "Le vélo en ville : pour qui ?")
    #expect(debate.description == "Nous verrons :\n• les pistes,\n• les prix")
    #expect(debate.expertises == ["mobilité", "urbanisme"])
    #expect(debate.location == "Studio du port")
    #expect(debate.format == "Talkshow")
    #expect(debate.treatment == "Debate")
    #expect(debate.sponsor == nil)
    #expect(debate.audience == nil)
    #expect(debate.connected == [])
    #expect(debate.proposer == Person(id: "zoe-martin", name: "Zoé Martin"))
    #expect(debate.organizer == Person(id: "ann-lee", name: "Ann Lee"))
    #expect(
      debate.speakers == [
        Speaker(
          id: "zoe-martin", name: "Zoé Martin", affiliation: "Ville & Vélo, Nantes",
          headline: "Urbaniste, je roule sous la pl..."),
        Speaker(
          id: "ann-lee", name: "Ann Lee", affiliation: "Cycle Works", headline: "Repairs bikes, writes about them"),
      ])
  }

  @Test func cutsGluedCommentsAtNames() throws {
    let comments = try Self.debate(Self.page).comments
    #expect(comments.map(\.author?.id) == ["bob-o-neil", "zoe-martin", "jean-luc-d-arc", "bob-o-neil"])
    #expect(
      comments.map(\.text) == ["I ride.Comment from my window: not a name.", "Moi aussi !", "", "And: you?"])
  }

  @Test func menuIsNotSearchable() throws {
    let text = try Self.debate(Self.page).passages().map(\.text).joined(separator: "\n")
    for word in ["Password", "collaborative", "A propos de nous", "feedback", "Misc infos", "Loading", "Speakers"] {
      #expect(!text.contains(word), "\(word) is site furniture")
    }
  }

  @Test func sponsorConnectedSubjectsAndAudience() throws {
    let page = Self.page
      .replacing("Loading...", with: "Acme Cycles")
      .replacing("AUDIENCE\n\u{A0}", with: "AUDIENCE\n1250")
      .replacing("Connected subjects:\n", with: "Connected subjects:\n  • La voiture en ville\n  • Trams\n")
    let debate = try Self.debate(page)
    #expect(debate.sponsor == Person(name: "Acme Cycles"))
    #expect(debate.audience == 1250)
    #expect(debate.connected == ["La voiture en ville", "Trams"])
    #expect(debate.comments.count == 4)
  }

  @Test func speakerWithoutHeadline() throws {
    let page = Self.page.replacing("Urbaniste, je roule sous la pl...\n", with: "")
    let speakers = try Self.debate(page).speakers
    #expect(speakers.map(\.id) == ["zoe-martin", "ann-lee"])
    #expect(speakers.map(\.headline) == [nil, "Repairs bikes, writes about them"])
  }

  @Test(arguments: [
    ("Bob", true), ("jdupont75", true), ("Thierry Cappe De Baillon", true), ("Ludwig van der Rohe", true),
    ("J. R. Smith", true), ("François DENIEUL", true), ("my window", false), ("Bob. He said", false),
    ("", false), ("A B C D E F G", false), ("Bob; Ann", false), ("?", false),
  ])
  func recognisesNames(text: String, isName: Bool) {
    #expect(PersonName.isName(text[...]) == isName)
  }

  /// The real page, counted by hand; named by the environment because it is not part of the project.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["PALABRE_SEED"] != nil, "PALABRE_SEED names no page"))
  func seedPage() throws {
    let path = try #require(ProcessInfo.processInfo.environment["PALABRE_SEED"])
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(StudioPageFormat.recognises(Reading.head(page, file: path)))
    let debate = try Self.debate(page, file: path)
    #expect(debate.speakers.count == 8)
    #expect(debate.speakers.allSatisfy { $0.affiliation != nil && $0.headline != nil })
    #expect(debate.comments.count == 20)
    #expect(debate.comments.allSatisfy { !$0.text.isEmpty })
    #expect(Set(debate.comments.map(\.author?.id)).count == 7)
    #expect(debate.title.hasPrefix("Kodak, Cisco, Clubmed"))
    #expect(debate.description?.hasPrefix("Nous aborderons lors de ce plateau") == true)
    #expect(debate.description?.hasSuffix("avec une totale réussite.") == true)
    #expect(debate.location == "Dans les studios de Webcastory")
    #expect(debate.proposer?.id == "vincent-berthelot")
    #expect(debate.organizer?.id == "vincent-berthelot")
    #expect(debate.format == "Talkshow")
    #expect(debate.treatment == "Debate")
    // 8 speakers, of whom 4 comment, and 3 people who only comment.
    #expect(debate.people.count == 11)
  }
}
