/// Every constant of ranking: one set for all queries, tuned together by `palabre evaluate --set` on the sets of
/// `Documentation/ranking.md`, which tells what each is worth.
public struct RankingParameters: Sendable, Equatable {
  /// BM25: how fast repetition of a term saturates (Robertson and Zaragoza 2009, equation 3.15).
  public var k1 = 0.9
  /// BM25: how much a passage's length counts.
  public var b = 0.6
  /// BM25: how fast repetition in the query saturates.
  public var k3 = 8.0
  /// The weight of the word as typed beside its stems.
  public var surfaceWeight = 0.5
  /// The weight of a compound's joined form beside its parts.
  public var joinedWeight = 1.0
  /// How many translations of a word are asked for.
  public var translations = 4
  /// How probable a translation is at least.
  public var leastTranslation = 0.05
  /// How much a translation stands for the word, beside its probability.
  public var translationWeight = 1.0
  /// How much a stem that stands in the same company stands for the word, beside its nearness, in a query of few words.
  public var neighbourWeight = 0.4
  /// In an index of fewer passages than this, what has such a stem alone may be a candidate.
  public var widePassages = 20_000
  /// The score of a passage that is not of the query's language.
  public var otherLanguageWeight = 0.7
  /// Passages of debates of any kind that tell how rare a word is, beside those of the index.
  public var backgroundPassages = 1000.0
  /// Words of a long query that are asked for.
  public var maximumWords = 128
  /// Words that `communaut*` stands for: the most frequent ones.
  public var prefixTerms = 100
  /// Passages in which the words of phrases are looked up: some tens of milliseconds.
  public var phraseLookUps = 20_000
  /// Passages that vote.
  public var candidates = 500
  /// A debate's score is the sum of its passages' scores, best first, each times this to the power of its rank.
  public var debateDecay = 0.2
  /// The words of a query that stand in a debate's title, beside its passages.
  public var titleWeight = 2.0
  /// What a debate says as a whole, beside the votes of its passages.
  public var wholeWeight = 0.7
  /// How much more that is for a query of 40 words than for one of 10.
  public var longWholeWeight = 4.0
  /// The share of the debate's lengths that counts in BM25.
  public var wholeB = 0.9
  /// The first passage of a debate, beside its vote.
  public var firstPassageWeight = 0.3
  /// What the vote of a subject is worth.
  public var subjectWeight = 1.0
  /// What the vote of talk is worth.
  public var talkWeight = 1.0
  /// What the vote of a comment is worth.
  public var commentWeight = 0.9
  /// What the vote of a note is worth.
  public var noteWeight = 0.9
  /// What the vote of a presentation is worth.
  public var profileWeight = 0.6
  /// The vote of a comment that says next to nothing.
  public var shortCommentWeight = 0.4
  /// A comment shorter than this, as Xapian counts, is short: about 20 words.
  public var shortCommentLength = 28.0

  // MARK: Feedback

  /// The words that the best debates have in common, relative to the best debate's score.
  public var feedbackWeight = 0.4
  /// Where the best debates agree no more than this, their words are not used.
  public var feedbackLeastAgreement = 0.3
  /// From this agreement on they are used fully.
  public var feedbackFullAgreement = 0.55
  /// Debates that lend their words.
  public var feedbackSources = 5
  /// Words that they lend.
  public var feedbackTerms = 30
  /// Debates that are ranked again.
  public var feedbackDebates = 100

  // MARK: Language models

  /// Dirichlet's prior of the models of debates, people and expertises, in words that count.
  public var modelPrior = 300.0
  /// The part of the whole index in them.
  public var modelBackground = 0.6
  /// The words as they are said that count, of a passage's length as Xapian counts it: repeated ones count less.
  public var spokenShare = 0.45
  /// The stems that count, stop words apart.
  public var stemShare = 0.22
  /// Words of a text by which people are known, stop words apart.
  public var spokenWords = 96
  /// In texts of more words, stop words count too.
  public var wordsWithoutStopWords = 16

  // MARK: People

  /// The part of the whole index in a person's model.
  public var personBackground = 0.5
  /// What a person says as a whole.
  public var personModelWeight = 1.0
  /// The votes of a person's passages, relative to the best person's.
  public var personVoteWeight = 2.0
  /// The same, as a share of what the debates weigh.
  public var personVoteShare = 0.5
  /// The debates that a person takes part in, relative to the best person's: over the number of the query's words, and
  /// over its square where they are more than ten.
  public var personDebateWeight = 80.0
  /// The part of a person's name that the query says, squared, as much less in longer queries as the debates.
  public var personNameWeight = 160.0
  /// Passages that vote for people.
  public var personCandidates = 200
  /// Passages of a person that vote.
  public var personVotes = 10
  /// A person's votes are the sum of their passages' scores, best first, each times this to the power of its rank.
  public var personDecay = 0.7
  /// Debates that vote for a person or an expertise.
  public var votingDebates = 40
  /// The vote of a person's comment or note; that of their talk is 1.
  public var commentRoleWeight = 0.6
  /// The vote of what presents a person.
  public var profileRoleWeight = 0.6
  /// The vote of a subject for an announced speaker.
  public var panelRoleWeight = 0.5
  /// The vote of a subject for who proposed it.
  public var proposerRoleWeight = 0.4
  /// The vote of a subject for who organised the debate.
  public var organizerRoleWeight = 0.2
  /// The vote of a passage for whom it names.
  public var mentionedRoleWeight = 0.3

  /// Who said or wrote fewer passages than this is known too little for their rank to mean much.
  public var smallSample = 5

  // MARK: Expertises

  /// The passages of people who declare an expertise.
  public var declaredWeight = 0.3
  /// The words that the name of an expertise shares with the query.
  public var expertiseNameWeight = 1.5
  /// What the debates of an expertise say as a whole.
  public var expertiseModelWeight = 0.1

  // MARK: Connected subjects

  /// Words by which a debate is known.
  public var keyTerms = 100
  /// Those of them that passages are asked for, as evidence.
  public var keyTermsAsked = 32
  /// Translations of each that are asked for.
  public var keyTranslations = 2
  /// The share of the title's words in them.
  public var keyTitleShare = 0.2
  /// The part of the whole index in a debate's model, where connected debates are looked for.
  public var relatedBackground = 0.3
  /// The part of a debate's key terms, by weight, that a connected one has at least.
  public var relatedLeastShared = 0.08
  /// The expertises that two debates share, at most 1.
  public var relatedExpertiseWeight = 0.3
  /// The speakers that two debates share, at most 1.
  public var relatedSpeakerWeight = 0.2

  /// The key terms of a debate that the name of an expertise has, where expertises are suggested.
  public var relatedNameWeight = 0.7

  /// The tuned values.
  public init() {}
}

extension RankingParameters {
  /// The constants by name, for a command that tries other values.
  private static let constants: [(name: String, path: any WritableKeyPath<RankingParameters, Double> & Sendable)] = [
    ("k1", \.k1), ("b", \.b), ("k3", \.k3), ("surfaceWeight", \.surfaceWeight), ("joinedWeight", \.joinedWeight),
    ("leastTranslation", \.leastTranslation), ("translationWeight", \.translationWeight),
    ("neighbourWeight", \.neighbourWeight), ("otherLanguageWeight", \.otherLanguageWeight),
    ("backgroundPassages", \.backgroundPassages),
    ("debateDecay", \.debateDecay), ("wholeB", \.wholeB),
    ("titleWeight", \.titleWeight), ("wholeWeight", \.wholeWeight), ("longWholeWeight", \.longWholeWeight),
    ("firstPassageWeight", \.firstPassageWeight), ("subjectWeight", \.subjectWeight), ("talkWeight", \.talkWeight),
    ("commentWeight", \.commentWeight), ("noteWeight", \.noteWeight), ("profileWeight", \.profileWeight),
    ("shortCommentWeight", \.shortCommentWeight), ("shortCommentLength", \.shortCommentLength),
    ("feedbackWeight", \.feedbackWeight), ("feedbackLeastAgreement", \.feedbackLeastAgreement),
    ("feedbackFullAgreement", \.feedbackFullAgreement), ("personBackground", \.personBackground),

    ("modelPrior", \.modelPrior), ("modelBackground", \.modelBackground), ("spokenShare", \.spokenShare),
    ("stemShare", \.stemShare), ("personModelWeight", \.personModelWeight),
    ("personVoteWeight", \.personVoteWeight), ("personDebateWeight", \.personDebateWeight),
    ("personDecay", \.personDecay), ("personNameWeight", \.personNameWeight), ("personVoteShare", \.personVoteShare),
    ("commentRoleWeight", \.commentRoleWeight),
    ("profileRoleWeight", \.profileRoleWeight), ("panelRoleWeight", \.panelRoleWeight),
    ("proposerRoleWeight", \.proposerRoleWeight), ("organizerRoleWeight", \.organizerRoleWeight),
    ("mentionedRoleWeight", \.mentionedRoleWeight), ("declaredWeight", \.declaredWeight),
    ("expertiseNameWeight", \.expertiseNameWeight), ("expertiseModelWeight", \.expertiseModelWeight),
    ("keyTitleShare", \.keyTitleShare), ("relatedBackground", \.relatedBackground),
    ("relatedExpertiseWeight", \.relatedExpertiseWeight), ("relatedSpeakerWeight", \.relatedSpeakerWeight),
    ("relatedNameWeight", \.relatedNameWeight),
    ("relatedLeastShared", \.relatedLeastShared),
  ]
  private static let counts: [(name: String, path: any WritableKeyPath<RankingParameters, Int> & Sendable)] = [
    ("maximumWords", \.maximumWords), ("prefixTerms", \.prefixTerms), ("phraseLookUps", \.phraseLookUps),
    ("translations", \.translations), ("widePassages", \.widePassages),
    ("candidates", \.candidates),
    ("spokenWords", \.spokenWords), ("wordsWithoutStopWords", \.wordsWithoutStopWords),
    ("personCandidates", \.personCandidates), ("personVotes", \.personVotes),
    ("smallSample", \.smallSample), ("votingDebates", \.votingDebates),
    ("keyTerms", \.keyTerms), ("keyTermsAsked", \.keyTermsAsked), ("keyTranslations", \.keyTranslations),
    ("feedbackSources", \.feedbackSources), ("feedbackTerms", \.feedbackTerms),
    ("feedbackDebates", \.feedbackDebates),
  ]

  /// The names that `set` knows.
  public static var names: [String] { constants.map(\.name) + counts.map(\.name) }

  /// Sets a constant. Returns false when there is none of this name.
  public mutating func set(_ name: String, to value: Double) -> Bool {
    if let constant = RankingParameters.constants.first(where: { $0.name == name }) {
      self[keyPath: constant.path] = value
    } else if let count = RankingParameters.counts.first(where: { $0.name == name }), value >= 1, value < 1e6 {
      self[keyPath: count.path] = Int(value)
    } else {
      return false
    }
    return true
  }

  /// The value of a constant; nil when there is none of this name.
  public func value(of name: String) -> Double? {
    if let constant = RankingParameters.constants.first(where: { $0.name == name }) {
      self[keyPath: constant.path]
    } else if let count = RankingParameters.counts.first(where: { $0.name == name }) {
      Double(self[keyPath: count.path])
    } else {
      nil
    }
  }
}
