/// Words by which labels of speakers are told from other words before a colon, French and English, in lower case.
enum SpeakerWords {
  static let articles = set(
    """
    le la l' les un une des plusieurs certains quelques m. mme mlle mm. the a an several some mr. mrs. ms. mr mrs ms
    """)

  /// Titles of those who are called.
  static let calls = set("monsieur madame mademoiselle messieurs mesdames mister")

  /// What can follow a role: "de la commission".
  static let complements = set("de du des d' of for pour à au aux from")

  static let roles = set(
    """
    animateur animatrice assemblée audience auditeur auditrice chair chairman chairperson chairwoman conseiller \
    conseillère commissaire commissioner député députée députés députées deputy directeur directrice director garde \
    host intervenant intervenante intervenants interviewer interviewee journaliste journalist locuteur locutrice maire \
    maires mayor member members membre membres minister ministre ministres mp modérateur modératrice moderator narrator \
    narrateur narratrice orateur oratrice participant participante participants panelist premier président présidente \
    president professeur professeure professor présentateur présentatrice presenter public rapporteur rapporteure \
    rapporteurs rapporteuse reporter secrétaire secretary sénateur sénatrice sénateurs senator speaker spectateur \
    spectatrice traducteur traductrice translator interprète interpreter vice-président vice-présidente voix voice \
    adjoint adjointe élu élue élus citoyen citoyenne citoyens citizen resident habitant habitante attendee councillor \
    councilor counsel avocat avocate lawyer judge juge witness témoin
    """)

  /// What people say before a colon, or write at the start of a line, that is nobody's name.
  static let ordinary = set(
    """
    note notes nb n.b. ps p.s. http https www url email mail e-mail tel tél téléphone phone contact site web \
    attention question questions réponse réponses answer answers q r résultat résultats result results conclusion \
    conclusions exemple exemples example examples bref donc mais et or ou car alors ainsi voilà voici oui non si yes no \
    ok okay but and so then also first firstly second secondly third thirdly fourth finally lastly premièrement \
    deuxièmement troisièmement quatrièmement enfin ensuite puis d'abord première premier deuxième troisième dernière \
    dernier last résumé summary warning caution danger important remarque remarques précision rappel reminder problème \
    problèmes problem problems solution solutions titre title source sources traduction translation translated subtitles \
    sous-titres sous-titrage sous-titré captions captioned captioning objet sujet sujets subject topic topics thème \
    thèmes theme date lieu location heure time times total today aujourd'hui hier demain tomorrow yesterday article \
    articles amendement amendments amendment point points option options étape étapes step steps partie part parts \
    chapitre chapter section page pages numéro number moralité bilan preuve proof cause causes conséquence conséquences \
    consequence objectif objectifs objective goal goals but idée idea fait faits fact facts chiffre chiffres figure \
    figures citation quote quotes définition definition hint tip tips astuce update edit breaking live direct musique \
    music song chanson applaudissements applause rires rire laughter laughs silence noise bruit bruits bonjour bonsoir \
    merci thanks thank hello welcome bienvenue pourquoi why comment how quand when où where qui who quoi que what which \
    ceci cela ça this that these those it he she they we you i je tu il elle on nous vous ils elles c'est suivant next \
    suite fin end début start debut le la les l' un une des the a an mon ma mes ton ta tes son sa ses notre nos votre \
    vos leur leurs my your his her our their mesdames messieurs chers cher chère chères dear ladies gentlemen dans pour \
    avec sans sur sous par selon depuis après avant in for with without on under by from after before at to of as if \
    because comme quelle quel quelles quels deux trois quatre cinq two three four five en au aux à de du reste autre \
    autres other others another again encore toujours jamais always never peut-être maybe perhaps sinon otherwise or \
    certes surtout notamment especially namely à-dire ie i.e. eg e.g. cf vs p.-s. post-scriptum avis opinion remark
    """)

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
