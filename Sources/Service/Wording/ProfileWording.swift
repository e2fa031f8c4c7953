/// The texts of a speaker's and of an expertise's page.
struct ProfileWording: Sendable {
  let speaker: String
  let expertise: String
  let otherNames: String
  let searchSpeaker: @Sendable (_ name: String) -> String
  let searchExpertise: String
  let biography: String
  let noBiography: String
  let expertises: String
  /// Why an expertise stands on a speaker's page.
  let declared: String
  let inTheProfile: String
  let spokeInDebates: String
  let debates: String
  let debatesCarrying: String
  let allDebates: @Sendable (Int) -> String
  let allPassages: @Sendable (Int) -> String
  let latestPassages: String
  let passages: String
  let activity: String
  let around: String
  let whoKnows: String
  let goesWith: String
  /// Parts that somebody has in a debate.
  let roleSpeaker: String
  let roleCommenter: String
  let roleProposer: String
  let roleOrganizer: String
  /// Between a role and a count: `speaker, 12 passages`.
  let roleAndCount: @Sendable (_ role: String, _ count: String) -> String
  /// What search engines and cards show.
  let descriptionOfSpeaker: @Sendable (_ name: String, _ debates: String, _ passages: String) -> String
  let descriptionOfExpertise: @Sendable (_ name: String, _ debates: String, _ speakers: String) -> String
}
