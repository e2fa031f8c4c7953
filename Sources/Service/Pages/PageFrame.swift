/// What every page has around its content; the keys of `layout.mustache`.
struct PageFrame {
  struct Feed {
    var title: String
    var href: String
  }

  struct Field {
    var name: String
    var value: String
  }

  struct Language {
    var code: String
    var name: String
    var href: String
    var isCurrent: Bool
  }

  /// Of the interface.
  var language: String
  var siteName: String
  /// Of the document.
  var title: String
  /// Of cards that other sites show.
  var cardTitle: String
  var description: String
  /// Whether search engines should pass it by.
  var isHidden = false
  /// Its address, without what only changes the interface; absolute.
  var canonical: String?
  var isArticle = false
  var feed: Feed?
  var openSearch: String
  var icon: String
  var stylesheet: String
  var script: String
  var suggestions: String
  var home: String
  var everything: String
  var programs: String
  var searchAction: String
  /// What stands in the search box.
  var query = ""
  /// What else the search form sends.
  var hiddenFields: [Field] = []
  var isHome = false
  var languages: [Language]
}
