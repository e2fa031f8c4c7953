/// The page of a debate; the keys of `debate.mustache`.
struct DebatePage {
  /// Passages of one page.
  static let passagesShown = 200

  struct Metadatum {
    struct Value {
      var text: String
      var valueHref: String?
    }

    var name: String
    var values: [Value]
  }

  struct Inside {
    var action: String
    var query: String
    var isAsked: Bool
    var summary: String
    var clearHref: String
    var matches: [PassageView]
  }

  struct Share {
    var name: String
    /// Percent.
    var share: Int
    var text: String
  }

  /// A text of the debate.
  struct Prose {
    var anchor: String
    var language: String?
    /// Escaped.
    var html: String
  }

  struct Speaker {
    var name: String
    var href: String
    var about: String?
    var biography: Prose?
  }

  struct Turn {
    struct Voice {
      var voiceName: String
      var voiceHref: String?
    }

    var anchor: String
    /// Nil where the same voice goes on.
    var voice: Voice?
    var time: String?
    var timeHref: String?
    var second: Int
    var permalinkName: String
    var language: String?
    /// Escaped.
    var html: String
  }

  struct Comment {
    var anchor: String
    var depth: Int
    var author: String
    var authorHref: String?
    var date: String?
    var dateTime: String?
    var permalinkName: String
    var language: String?
    /// Escaped.
    var html: String
  }

  struct Note {
    var anchor: String
    var author: String?
    var language: String?
    /// Escaped.
    var html: String
  }

  struct Pages {
    var pagesText: String
    var previousHref: String?
    var nextHref: String?
  }

  /// Who or what is suggested, beside the reasons.
  struct Suggested {
    var name: String
    var href: String
    var affiliation: String?
  }

  var eyebrow: String
  var title: String
  var titleLanguage: String?
  var metadata: [Metadatum]
  var source: LinkedText?
  var player: Player?
  var inside: Inside
  var counts: [String]
  var terms: [LinkedText]
  var shares: [Share]
  var sections: [LinkedText]
  var subject: [Prose]
  var speakers: [Speaker]
  var talk: [Turn]
  var pages: Pages?
  var commentsHeading: String
  var comments: [Comment]
  var notes: [Note]
  var dataHref: String
  /// A heading with its reasons each.
  var related: [TemplateContext.Joined]
  /// A suggestion with its reasons each.
  var relatedExpertises: [TemplateContext.Joined]
  var invitable: [TemplateContext.Joined]
  var embedCode: String?
}
