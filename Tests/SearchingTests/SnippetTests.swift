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

  private static let rest =
    "Personne ne répondit à cela, car chacun pensait déjà au repas, puis au départ et à la route"
  private static let long =
    "\(rest), longue et sans abri, où le vent souffle jour et nuit sur les champs et sur les toits"
  private static let asides = "\(long). \(long). "

  @Test(arguments: [
    // Whole sentences, with those beside that fit.
    (
      "\(long). Oui. Le budget est voté. Non. \(long).", "budget",
      "… Oui. Le <mark>budget</mark> est voté. Non. \(long)."
    ),
    ("\(long). \(long). Le budget est voté.", "budget", "… \(long). Le <mark>budget</mark> est voté."),
    // A sentence that does not fit is cut between words, from its beginning or to its end where they are near.
    (
      "\(long) et \(long), le budget et \(long) et \(long).", "budget",
      "… souffle jour et nuit sur les champs et sur les toits, le <mark>budget</mark> et \(long.dropLast(6)) …"
    ),
    (
      "\(long) et \(long) le budget. \(long) et \(long).", "budget",
      "… jour et nuit sur les champs et sur les toits et \(long) le <mark>budget</mark>. …"
    ),
    // Two windows show all words of the query, unless one does.
    (
      "Le budget vient. \(long). \(long). Puis le vélo. \(long).", "budget vélo",
      "Le <mark>budget</mark> vient. \(rest), longue et … Puis le <mark>vélo</mark>. \(rest), longue et …"
    ),
    (
      "Le budget vient. \(long). \(long). Puis le vélo et le budget. \(long).", "budget vélo",
      "… Puis le <mark>vélo</mark> et le <mark>budget</mark>. \(long)."
    ),
    // An initial ends no sentence.
    (
      "\(asides)\(long) avec M. Budget. \(long).", "budget",
      "… \(long) avec M. <mark>Budget</mark>. …"
    ),
    // A translation helps to choose and is not marked.
    ("\(long). \(long). Our taxes are high. \(long)", "impôts", "… Our taxes are high. \(long)"),
    // What was asked for comes before what stands for it.
    ("The mayor spoke about taxes. \(asides)Le vélo.", "vélo maire impôts", "… \(long). Le <mark>vélo</mark>."),
    // A phrase is marked where it is one.
    (
      "le vélo, le maire. \(long). \(long). Le budget, le vélo.", "\"le budget\"",
      "… \(long). <mark>Le</mark> <mark>budget</mark>, le vélo."
    ),
    // Without a match, the beginning.
    ("Rien ici. \(long). \(long).", "absent", "Rien ici. \(long). …"),
    ("\(long), \(long).", "absent", "\(long), Personne ne répondit à cela, car chacun pensait déjà au …"),
    ("Il coûte 12\u{202F}500 euros\u{A0}!", "12500", "Il coûte <mark>12\u{202F}500</mark> euros\u{A0}!"),
    ("", "budget", ""),
    (" \n\t ", "budget", ""),
  ]) func showsWholeSentencesOrWords(_ text: String, _ query: String, _ expected: String) throws {
    #expect(try excerpt(of: text, for: query).highlights.html == expected)
  }

  @Test(
    arguments: [
      (.near(["budget", "velo"], window: 4), "Le budget. \(asides)Le vélo et le budget.", ["vélo", "budget"]),
      (.near(["budget", "velo"], window: 3), "Le budget. \(asides)Le vélo et le budget.", []),
      (.prefix("communaut"), "Les communautés, le communautaire et la commune", ["communautés", "communautaire"]),
      (.all([.prefix("vel"), .not(.prefix("com"))]), "Le vélo communal", ["vélo"]),
      (.phrase(["le", "velo"]), "le budget et le vélo", ["le", "vélo"]),
    ] as [(QueryTree, String, [String])]) func marksWhatATreeAsksFor(
      _ tree: QueryTree, _ text: String, _ expected: [String]
    ) throws
  {
    let highlights = try Self.index.get().open().snippets(for: tree).choose(in: text).highlights
    #expect(highlights.runs.filter(\.isMatch).map(\.text) == expected)
  }

  @Test func opensAtTheFirstMatchOfTheBetterWindow() throws {
    let text = "Le vélo. \(Self.asides)Le budget participatif."
    let tree = try Self.index.get().open().parse("vélo budget participatif")
    let choice = try Self.index.get().open().snippets(for: tree).choose(in: text)
    #expect(choice.windows.count == 2)
    let offset = try #require(choice.firstMatch)
    #expect(String(text.utf16.dropFirst(offset).prefix(6)) == "budget")
  }

  // MARK: Hostile texts

  private static let family = "👩\u{200D}👩\u{200D}👧\u{200D}👦"

  @Test(arguments: [
    String(repeating: "a", count: 100_000),
    String(repeating: "a", count: 100_000) + " budget",
    String(repeating: "a", count: 300) + " budget " + String(repeating: "b", count: 300),
    String(repeating: "budget ", count: 15_000),
    String(repeating: family, count: 100) + " budget " + String(repeating: "🇫🇷", count: 200),
    "x" + String(repeating: "🇫🇷", count: 300),
    String(repeating: "ae\u{301}\u{327}", count: 300) + " budget",
    String(repeating: "budget e\u{301}\u{327}\u{323}", count: 300),
    String(repeating: "這是一個很長的句子", count: 60) + "budget" + String(repeating: "這是一個很長的句子", count: 60),
    String(repeating: "זהו התקציב של העיר. budget הוא מילה. ", count: 12),
    "<script>alert('budget')</script>" + String(repeating: "<b>&", count: 200),
    "\u{202E}budget\u{202C} \u{2067}" + String(repeating: "abc ", count: 100),
  ]) func showsAWindowOfAnyText(_ text: String) throws {
    let excerpt = try excerpt(of: text, for: "budget")
    let windows = excerpt.windows.map { window in
      String(decoding: Array(text.utf16)[window], as: UTF16.self)
    }
    #expect(windows.count == 1)
    #expect(windows[0].utf16.count <= 240 && windows[0].utf16.count > (text.utf16.count > 240 ? 150 : 0))
    #expect(text.contains(windows[0]), "a character is cut")
    #expect(windows[0].contains("budget") == text.contains("budget"))
    let html = excerpt.highlights.html
    #expect(!html.replacing("<mark>", with: "").replacing("</mark>", with: "").contains { "<>\"".contains($0) })
    #expect(!html.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x2067 })
  }
}
