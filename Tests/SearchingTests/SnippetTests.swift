import Analysis
import Debates
import Testing

@testable import Searching

@Suite struct SnippetTests {
  private func snippet(of text: String, for query: String) throws -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    let index = try FixtureIndex(records: [#"{"id":"x","title":"","description":"\#(escaped)"}"#])
    return try #require(try index.passages(query).first).snippet
  }

  @Test(arguments: [
    ("L'été, les Métiers changent.", "metier", "L&#39;été, les <mark>Métiers</mark> changent."),
    ("L'image de la communauté", "communautés de marque", "L&#39;image de la <mark>communauté</mark>"),
    ("Situation de notoriétéVa t'on finir ?", "notoriete", "Situation de <mark>notoriété</mark>Va t&#39;on finir ?"),
    ("Un cœur, deux coeurs", "cœur", "Un <mark>cœur</mark>, deux <mark>coeurs</mark>"),
    ("le porte-parole parle", "porteparole", "le <mark>porte-parole</mark> parle"),
    ("l’homme et L'HOMME", "homme", "l’<mark>homme</mark> et L&#39;<mark>HOMME</mark>"),
    ("12 500 euros", "12500", "<mark>12 500</mark> euros"),
    ("E\u{301}cole et \u{E9}cole", "ecole", "<mark>E\u{301}cole</mark> et <mark>\u{E9}cole</mark>"),
    ("un\ndeux\n\n  trois", "deux", "un <mark>deux</mark> trois"),
  ]) func marksWhatMatchesAsItWasWritten(_ text: String, _ query: String, _ expected: String) throws {
    #expect(try snippet(of: text, for: query) == expected)
  }

  @Test func escapesAllButItsOwnMarks() throws {
    let text = try snippet(of: "3 < 4 & \"alpha\" <b onclick='x()'>", for: "alpha")
    #expect(text.contains("3 &lt; 4 &amp; &quot;<mark>alpha</mark>&quot;"))
    #expect(!text.replacing("<mark>", with: "").replacing("</mark>", with: "").contains("<"))
  }

  @Test func showsTheWindowThatSaysMost() throws {
    let filler = (0..<60).map { "remplissage\($0)" }.joined(separator: " ")
    let text = try snippet(
      of: "budget. \(filler) Le budget participatif est voté. \(filler)", for: "budget participatif")
    #expect(text.hasPrefix("… "))
    #expect(text.hasSuffix(" …"))
    #expect(text.contains("Le <mark>budget</mark> <mark>participatif</mark> est voté."))
    #expect(text.count < 400)
  }

  @Test func neverCutsACharacter() throws {
    for spaces in 0...3 {
      let bicycles = String(repeating: "🚲", count: 400)
      let text = try snippet(of: String(repeating: " ", count: spaces) + "\(bicycles) vélo \(bicycles)", for: "vélo")
      #expect(!text.contains("\u{FFFD}"))
      #expect(text.contains("<mark>vélo</mark>"))
    }
  }

  @Test func talkOpensAtTheSecondOfTheWord() throws {
    let index = try FixtureIndex(records: [
      """
      {"id":"x","title":"T","url":"https://example.org/x","transcript":[\
      {"start":10,"end":19,"speaker":"Ada","text":"Bonjour à toutes et à tous."},\
      {"start":20,"end":29,"speaker":"Ada","text":"Parlons du budget."}]}
      """
    ])
    let passage = try #require(try index.passages("budget").first)
    #expect(passage.start == 20)
    #expect(passage.url == "https://example.org/x#t=20")
    #expect(passage.speaker?.name == "Ada")
  }

  // MARK: Windows

  private static let index = Result {
    try FixtureIndex(records: [
      #"{"id":"1","title":"Le budget participatif","description":"La mairie et le vélo."}"#,
      #"{"id":"2","title":"The environment","description":"The mayor spoke about taxes and pollution."}"#,
    ])
  }

  private func excerpt(of text: String, for query: String) throws -> Excerpt {
    try Self.index.get().open().excerpt(of: text, for: query)
  }

  private static let rest = "Personne ne répondit à cela, car chacun pensait déjà au repas, puis au départ et à la route"
  private static let long = "\(rest), longue et sans abri, où le vent souffle jour et nuit sur les champs et sur les toits"

  @Test(arguments: [
    // A sentence with its neighbours, whole, and nothing of the next.
    (
      "\(long). Oui. Le budget est voté. Non. \(long).", "budget",
      "… Oui. Le <mark>budget</mark> est voté. Non. \(long)."
    )
  ]) func showsWholeSentences(_ text: String, _ query: String, _ expected: String) throws {
    #expect(try excerpt(of: text, for: query).highlights.html == expected)
  }
}
