extension Wording {
  /// The texts in French. Before `; : ! ?` and inside guillemets stands a narrow no-break space.
  static let french = Wording(
    code: "fr", name: "Français", layout: .french, home: .french, search: .french, debate: .french, profile: .french,
    error: .french, names: .french, counts: .french, dates: .french)
}

extension NumberStyle {
  /// `12 500`, with a narrow no-break space; none is singular.
  static let french = NumberStyle(separator: "\u{202F}", zeroIsSingular: true)
}

extension LayoutWording {
  static let french = LayoutWording(
    locale: "fr_FR",
    skip: "Aller au contenu",
    home: "Accueil",
    everything: "Tous les débats",
    programs: "API pour les programmes",
    about: "Ce qui s’est dit dans les débats, et qui l’a dit.",
    interfaceLanguage: "Langue de l’interface",
    searchLabel: "Rechercher dans les débats",
    searchHint: "Un sujet, un nom, une phrase…",
    searchButton: "Rechercher",
    suggestions: "Suggestions",
    kindTitle: "débat",
    kindSpeaker: "personne",
    kindExpertise: "expertise",
    kindPhrase: "expression",
    busy: "Recherche en cours…",
    failed: "La recherche n’a pas abouti. Appuyez sur Entrée pour réessayer.",
    keysBefore: "Au clavier\u{202F}:",
    keysSearch: "pour rechercher,",
    keysResults: "d’un résultat à l’autre",
    keysOff: "Désactiver ces touches",
    keysOn: "Activer ces touches")
}

extension HomeWording {
  static let french = HomeWording(
    heading: "Que s’est-il dit\u{202F}?",
    lead: { debates, passages in "Cherchez dans \(debates) et \(passages)\u{202F}: paroles, commentaires et notes." },
    tryThese: "Par exemple\u{202F}:",
    numbers: "Ce que contient l’index",
    latest: "Derniers débats",
    allLatest: "Tous les débats, du plus récent au plus ancien",
    categories: "Par catégorie",
    expertises: "Par expertise",
    description: { siteName in
      "\(siteName)\u{202F}: recherchez dans les débats, leurs commentaires et ceux qui y parlent, en français et en anglais."
    })
}

extension ErrorWording {
  static let french = ErrorWording(
    badRequest: Explanation(
      title: "Cette demande n’est pas comprise",
      text: "L’adresse contient quelque chose que cette page ne sait pas lire. Vérifiez-la, ou partez d’une recherche."),
    notFound: Explanation(
      title: "Cette page n’existe pas",
      text: "L’adresse est peut-être incomplète ou mal recopiée."),
    gone: Explanation(
      title: "Nous ne trouvons pas ce que vous cherchez",
      text: "Le débat, la personne ou l’expertise n’est pas, ou plus, dans l’index."),
    notAllowed: Explanation(
      title: "Cette page se lit seulement",
      text: "Elle n’accepte pas ce que votre navigateur lui a envoyé."),
    tooLong: Explanation(
      title: "Cette demande est trop longue",
      text: "Raccourcissez votre recherche ou retirez quelques filtres."),
    tooMany: Explanation(
      title: "Trop de demandes à la fois",
      text: "Vous avez envoyé beaucoup de demandes en peu de temps. Patientez un instant."),
    failed: Explanation(
      title: "Quelque chose s’est mal passé",
      text: "L’erreur vient de nous et non de vous\u{202F}; elle est notée dans le journal du service."),
    busy: Explanation(
      title: "Le service est très demandé",
      text: "Il n’a pas pu vous répondre à temps. Votre recherche n’est pas perdue\u{202F}: réessayez dans un instant."),
    retryAfter: { seconds in
      "Vous pourrez réessayer dans \(NumberStyle.french.counted(seconds, "seconde", "secondes"))."
    },
    tryAgain: "Réessayer",
    searchInstead: "Faire une recherche",
    home: "Revenir à l’accueil")
}

extension NameWording {
  static let french = NameWording(
    subject: "Sujet", talk: "Parole", comment: "Commentaire", note: "Note", profile: "Présentation",
    french: "français", english: "anglais",
    debates: "Débats", speakers: "Personnes", expertises: "Expertises", passages: "Passages",
    relevance: "Pertinence", newest: "Plus récents", oldest: "Plus anciens",
    kind: "Nature du passage", language: "Langue", date: "Date", category: "Catégorie",
    format: "Format", speaker: "Personne", author: "Auteur", expertise: "Expertise", location: "Lieu",
    pair: { name, value in "\(name)\u{202F}: \(value)" },
    list: { items in
      items.count < 2 ? items.joined() : items.dropLast().joined(separator: ", ") + " et " + (items.last ?? "")
    })
}

extension CountWording {
  static let french = CountWording(
    number: { NumberStyle.french.digits($0) },
    debates: { NumberStyle.french.counted($0, "débat", "débats") },
    passages: { NumberStyle.french.counted($0, "passage", "passages") },
    speakers: { NumberStyle.french.counted($0, "personne", "personnes") },
    expertises: { NumberStyle.french.counted($0, "expertise", "expertises") },
    comments: { NumberStyle.french.counted($0, "commentaire", "commentaires") },
    words: { NumberStyle.french.counted($0, "mot", "mots") },
    passagesInDebates: { passages, debates in
      let style = NumberStyle.french
      return style.counted(passages, "passage", "passages") + " dans " + style.counted(debates, "débat", "débats")
    },
    debatesAndSpeakers: { debates, speakers in
      let style = NumberStyle.french
      return style.counted(debates, "débat", "débats") + ", " + style.counted(speakers, "personne", "personnes")
    },
    duration: { seconds in
      let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
      if hours > 0 { return minutes > 0 ? "\(hours)\u{A0}h\u{A0}\(minutes)\u{A0}min" : "\(hours)\u{A0}h" }
      return minutes > 0 ? "\(minutes)\u{A0}min" : "\(seconds)\u{A0}s"
    },
    debatesName: "Débats", passagesName: "Passages", speakersName: "Personnes", expertisesName: "Expertises")
}

extension DateWording {
  static let french = DateWording(
    months: [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
      "décembre",
    ],
    shortMonths: ["jan", "fév", "mar", "avr", "mai", "juin", "juil", "aoû", "sep", "oct", "nov", "déc"],
    day: { day, month, year in "\(day == 1 ? "1er" : String(day))\u{A0}\(month) \(year)" },
    month: { month, year in "\(month)\u{A0}\(year)" },
    range: { from, to in
      switch (from, to) {
      case (let from?, let to?): from == to ? from : "de \(from) à \(to)"
      case (let from?, nil): "depuis \(from)"
      case (nil, let to?): "jusqu’à \(to)"
      case (nil, nil): "toutes les dates"
      }
    })
}
