import Debates
import Schema
import Searching

/// The page of a search; the keys of `search.mustache`.
struct SearchPage {
  struct Choice {
    var name: String
    var href: String
    var isCurrent: Bool
  }

  struct Filter {
    var name: String
    var text: String
    var href: String
  }

  struct Note {
    var text: String
    var message: String
    var messageLanguage: String?
  }

  struct Instead {
    var heading: String
    var changes: [String]
  }

  struct Nothing {
    var without: [CountedLink]
  }

  struct Person {
    var name: String
    var href: String
    var affiliation: String?
    /// Nil for who is found by what others say of them.
    var counts: String?
    var isSmallSample: Bool
    var passages: [PassageView]
  }

  struct Expertise {
    var name: String
    var href: String
    var counts: String
    var passages: [PassageView]
  }

  struct FacetValue {
    var label: String
    var href: String
    var count: String
    var isChosen: Bool
  }

  struct Facet {
    struct Rest {
      var restName: String
      var restValues: [FacetValue]
    }

    var name: String
    var isOpen: Bool
    var values: [FacetValue]
    var rest: Rest?
  }

  struct Example {
    var text: String
    var href: String
    var meaning: String
  }

  var heading: String
  var isAsked: Bool
  var announcement = ""
  /// How much was found.
  var found = ""
  var summary = ""
  var suggestion: LinkedText?
  var tabs: [Choice]
  var orders: [Choice]
  var filters: [Filter]
  var clearHref: String?
  var notes: [Note] = []
  var isPartial = false
  var instead: Instead?
  var nothing: Nothing?
  var hasResults = false
  var firstNumber = 1
  /// A heading with its passages each.
  var debates: [TemplateContext.Joined] = []
  var speakers: [Person] = []
  var expertises: [Expertise] = []
  var passages: [PassageView] = []
  var hasPages = false
  var startHref: String?
  var nextHref: String?
  var feedHref: String
  var dataHref: String
  var facets: [Facet] = []
  var timeline: Timeline?
  var examples: [Example]
}
