/// The texts of a debate's page.
struct DebateWording: Sendable {
  /// Stands for a title that is missing.
  let untitled: String
  let proposer: String
  let organizer: String
  /// The link to the site's own page.
  let source: @Sendable (_ host: String) -> String
  /// What search engines and cards show when the debate has no description.
  let description: @Sendable (_ date: String?, _ speakers: String, _ passages: String) -> String
  let recording: String
  /// The button of a recording that plays on this page.
  let play: String
  /// The button of a recording of a platform.
  let watchOn: @Sendable (_ site: String) -> String
  /// What a platform learns when it is used.
  let platformNote: @Sendable (_ site: String) -> String
  let searchInside: String
  let insideLabel: String
  let insideFound: @Sendable (_ passages: Int, _ query: String) -> String
  let clearInside: String
  let whatIsInIt: String
  let keyTerms: String
  let shareOfTalk: String
  /// `34 % · 12 min`, or words where there are no times.
  let share: @Sendable (_ percent: Int, _ amount: String) -> String
  /// Talk of nobody known.
  let unknownVoice: String
  let onThisPage: String
  let subject: String
  let speakers: String
  let talk: String
  let comments: @Sendable (Int) -> String
  let notes: String
  /// A comment of nobody known.
  let anonymous: String
  let replyTo: @Sendable (_ author: String) -> String
  /// The names of permalinks, for screen readers.
  let permalinkOfTalk: @Sendable (_ number: Int) -> String
  let permalinkOfComment: @Sendable (_ author: String) -> String
  let pagesOfTalk: String
  let pageRange: @Sendable (_ first: Int, _ last: Int, _ total: Int) -> String
  let previousPage: String
  let nextPage: String
  let asData: String
  let around: String
  let related: String
  let relatedExpertises: String
  let invitable: String
  /// Reasons.
  let sharedWords: String
  let sharedExpertises: String
  let sharedSpeakers: String
  let namedByTheSite: String
  let yes: String
  let wordsOfTheDebate: String
  let carriedBy: String
  let spokeAboutIt: String
  let showPassages: @Sendable (Int) -> String
  let embed: String
  let embedHelp: String
  let embedLabel: String
  /// In the box on other pages.
  let embedNothing: String
  /// The link of that box to the debate here.
  let embedMore: @Sendable (_ siteName: String) -> String
}
