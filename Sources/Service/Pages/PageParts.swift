/// A text that leads somewhere.
struct LinkedText {
  var text: String
  var href: String
}

/// The same with a number, as people write it.
struct CountedLink {
  var text: String
  var href: String
  var count: String
}

/// A figure with its name.
struct Figure {
  var name: String
  var value: String
}

/// A debate in a list; the keys of `debate-heading-3.mustache`.
struct DebateHeading {
  var title: String
  var href: String
  /// Only where it is known, and not that of the page.
  var titleLanguage: String?
  var date: String?
  var dateTime: String?
  var category: String?
  var location: String?
  /// Anything else to say beside these.
  var detail: String?
}

/// A passage as evidence; the keys of `passage.mustache` and `sourced-passage.mustache`.
struct PassageView {
  var kind: String
  var voiceName: String?
  var voiceHref: String?
  var time: String?
  var timeHref: String?
  var second = 0
  var language: String?
  /// Only where it is not that of the page.
  var languageName: String?
  /// HTML, escaped.
  var snippet: String
  var passageHref: String
  var passageName: String
  var debateTitle = ""
  var debateLanguage: String?
  var debateDate: String?
  var debateLocation: String?
}

/// Why something is suggested; the keys of `reasons.mustache`.
struct Reasons {
  var reasons: [Reason]
  var passagesText: String
  var passages: [PassageView]

  struct Reason {
    var name: String
    var text: String
  }
}

/// Bars by year or month; the keys of `timeline.mustache`.
struct Timeline {
  struct Bar {
    var href: String
    var isChosen: Bool
    /// Percent of the highest.
    var share: Int
    var shortName: String
    var text: String
  }

  /// Unique on the page.
  var timelineId: String
  var timelineTitle: String
  var bars: [Bar]
  var timelineBack: LinkedText?
}
