/// The form of a profile's page that searches within it; the keys of `inside.mustache`.
struct ProfileSearch {
  var insideHeading: String
  var insideAction: String
  var insideFields: [PageFrame.Field]
}

/// The page of a person; the keys of `speaker.mustache`.
struct SpeakerPage {
  struct Biography {
    var language: String?
    /// Escaped.
    var html: String
    var href: String
    var title: String
    var date: String?
  }

  struct Expertise {
    var name: String
    var href: String
  }

  var name: String
  var otherNames: String?
  var affiliations: [String]
  var numbers: [Figure]
  var inside: ProfileSearch
  var biography: [Biography]
  /// An expertise with its reasons each.
  var expertises: [TemplateContext.Joined]
  var latest: [PassageView]
  var allHref: String
  var allText: String
  var timeline: Timeline?
  var debates: [DebateHeading]
  var debatesMore: LinkedText?
}

/// The page of an expertise; the keys of `expertise.mustache`.
struct ExpertisePage {
  struct Speaker {
    var name: String
    var href: String
    var affiliation: String?
    var counts: String
  }

  var name: String
  var numbers: [Figure]
  var inside: ProfileSearch
  var debates: [DebateHeading]
  var debatesMore: LinkedText?
  var latest: [PassageView]
  var allHref: String
  var allText: String
  var timeline: Timeline?
  var speakers: [Speaker]
  var together: [CountedLink]
}
