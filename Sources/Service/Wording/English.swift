extension Wording {
  /// The texts in English.
  static let english = Wording(
    code: "en", name: "English", layout: .english, home: .english, search: .english, debate: .english,
    profile: .english, error: .english, names: .english, counts: .english, dates: .english)
}

extension NumberStyle {
  /// `12,500`; none is plural.
  static let english = NumberStyle(separator: ",", zeroIsSingular: false)
}

extension LayoutWording {
  static let english = LayoutWording(
    locale: "en_GB",
    skip: "Skip to content",
    home: "Home",
    everything: "All debates",
    programs: "API for programs",
    about: "What was said in debates, and who said it.",
    interfaceLanguage: "Language of the interface",
    searchLabel: "Search the debates",
    searchHint: "A subject, a name, a phrase…",
    searchButton: "Search",
    suggestions: "Suggestions",
    kindTitle: "debate",
    kindSpeaker: "person",
    kindExpertise: "expertise",
    kindPhrase: "phrase",
    busy: "Searching…",
    failed: "The search did not come through. Press Enter to try again.",
    keysBefore: "Keys:",
    keysSearch: "to search,",
    keysResults: "from result to result",
    keysOff: "Turn these keys off",
    keysOn: "Turn these keys on")
}

extension HomeWording {
  static let english = HomeWording(
    heading: "What has been said?",
    lead: { debates, passages in "Search \(debates) and \(passages) of talk, comments and notes." },
    tryThese: "For example:",
    numbers: "What the index holds",
    latest: "Latest debates",
    allLatest: "All debates, newest first",
    categories: "By category",
    expertises: "By expertise",
    description: { siteName in
      "\(siteName): search debates, what readers wrote about them and who speaks in them, in French and English."
    })
}

extension ErrorWording {
  static let english = ErrorWording(
    badRequest: Explanation(
      title: "This request was not understood",
      text: "The address holds something that this page cannot read. Check it, or start from a search."),
    notFound: Explanation(
      title: "There is no such page",
      text: "The address may be incomplete or copied wrongly."),
    gone: Explanation(
      title: "We cannot find what you are looking for",
      text: "The debate, person or expertise is not in the index, or no longer."),
    notAllowed: Explanation(
      title: "This page can only be read",
      text: "It does not take what your browser sent."),
    tooLong: Explanation(
      title: "This request is too long",
      text: "Shorten your search or remove some filters."),
    tooMany: Explanation(
      title: "Too many requests at once",
      text: "You have sent many requests in a short time. Please wait a moment."),
    failed: Explanation(
      title: "Something went wrong",
      text: "The fault is ours, not yours; it has been written to the log of the service."),
    busy: Explanation(
      title: "The service is very busy",
      text: "It could not answer in time. Your search is not lost: try again in a moment."),
    retryAfter: { seconds in "You can try again in \(NumberStyle.english.counted(seconds, "second", "seconds"))." },
    tryAgain: "Try again",
    searchInstead: "Start a search",
    home: "Back to the home page")
}

extension NameWording {
  static let english = NameWording(
    subject: "Subject", talk: "Talk", comment: "Comment", note: "Note", profile: "Profile",
    french: "French", english: "English",
    debates: "Debates", speakers: "People", expertises: "Expertises", passages: "Passages",
    relevance: "Relevance", newest: "Newest", oldest: "Oldest",
    kind: "Kind of passage", language: "Language", date: "Date", category: "Category",
    format: "Format", speaker: "Person", author: "Author", expertise: "Expertise", location: "Place",
    pair: { name, value in "\(name): \(value)" },
    list: { items in
      items.count < 2 ? items.joined() : items.dropLast().joined(separator: ", ") + " and " + (items.last ?? "")
    })
}

extension CountWording {
  static let english = CountWording(
    number: { NumberStyle.english.digits($0) },
    debates: { NumberStyle.english.counted($0, "debate", "debates") },
    passages: { NumberStyle.english.counted($0, "passage", "passages") },
    speakers: { NumberStyle.english.counted($0, "person", "people") },
    expertises: { NumberStyle.english.counted($0, "expertise", "expertises") },
    comments: { NumberStyle.english.counted($0, "comment", "comments") },
    words: { NumberStyle.english.counted($0, "word", "words") },
    passagesInDebates: { passages, debates in
      let style = NumberStyle.english
      return style.counted(passages, "passage", "passages") + " in " + style.counted(debates, "debate", "debates")
    },
    debatesAndSpeakers: { debates, speakers in
      let style = NumberStyle.english
      return style.counted(debates, "debate", "debates") + ", " + style.counted(speakers, "person", "people")
    },
    duration: { seconds in
      let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
      if hours > 0 { return minutes > 0 ? "\(hours)\u{A0}h\u{A0}\(minutes)\u{A0}min" : "\(hours)\u{A0}h" }
      return minutes > 0 ? "\(minutes)\u{A0}min" : "\(seconds)\u{A0}s"
    },
    debatesName: "Debates", passagesName: "Passages", speakersName: "People", expertisesName: "Expertises")
}

extension DateWording {
  static let english = DateWording(
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
      "December",
    ],
    shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    day: { day, month, year in "\(day)\u{A0}\(month) \(year)" },
    month: { month, year in "\(month)\u{A0}\(year)" },
    range: { from, to in
      switch (from, to) {
      case (let from?, let to?): from == to ? from : "from \(from) to \(to)"
      case (let from?, nil): "since \(from)"
      case (nil, let to?): "until \(to)"
      case (nil, nil): "any date"
      }
    })
}
