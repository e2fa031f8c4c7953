/// A prefix of index terms. Upper case, so that it never starts a folded word.
///
/// This and `Slot` are the field table: the indexer writes by it and the searcher reads by it.
public enum TermPrefix: String, Sendable, CaseIterable {
  /// Folded words as they are, with positions: exact words, phrases, wildcards, spelling.
  case surface = ""
  /// French stems, without positions, of words in French sentences or sentences of unknown language.
  case frenchStem = "F"
  /// English stems, likewise.
  case englishStem = "E"
  /// The passage's id: unique.
  case passage = "Q"
  /// The debate's id.
  case debate = "D"
  /// The passage's kind: `subject`, `talk`, `comment`, `note`, `profile`.
  case kind = "K"
  /// The language of most of the passage's words: `fr`, `en`.
  case language = "L"
  /// The folded id of who says or writes the passage.
  case speaker = "XS"
  /// The folded name of who says or writes the passage.
  case speakerName = "XN"
  /// An expertise of the debate, folded.
  case expertise = "XE"
  /// The category of the debate, folded.
  case category = "XC"
  /// A stem, French or English, of a word of the title; in the passage that begins with it.
  case title = "T"
  /// Nothing follows: the first passage of a debate, of which each has one.
  case first = "B"
}

/// A value slot of a passage: a column that ranking and sorting read.
public enum Slot: UInt32, Sendable, CaseIterable {
  /// The debate's id.
  case debate = 0
  /// The passage's day as `YYYYMMDD`, or empty.
  case date = 1
  case kind = 2
  /// `fr`, `en` or empty.
  case language = 3
  /// The id of who says or writes the passage, or is presented by it; empty where nobody is known.
  case speaker = 4
  /// About the length of the whole debate, in decimal: the sum of its passages' lengths as Xapian counts them, rounded
  /// (`DebateLength`).
  case debateLength = 5
  /// `PassageChecksum` of everything else that is indexed of the passage: 8 bytes.
  case checksum = 6
  /// Who has to do with the passage, as a `PeopleColumn`: its author; those whom the debate announces, in its first
  /// passage; those whom it names.
  case people = 7
  /// As a `LabelColumn`: in the first passage of a debate, its expertises; in a profile, those that the speaker declares.
  case expertises = 8
  /// The `Likeness` of the passage's text: 8 bytes, little-endian.
  case likeness = 9
  /// How many words the title has, stop words apart, in decimal; of the passage that begins with it.
  case titleLength = 10
  /// Of the debate, as written; in its first passage.
  case category = 11
  /// Of the debate, as written; in its first passage.
  case format = 12
  /// Of the debate, as written; in its first passage.
  case location = 13
}

/// Keys of the database's metadata: the state that the next run needs, committed with the passages it describes.
public enum StateKey {
  /// The number of the index format, `IndexFormat.version`.
  public static let format = "palabre.format"
  /// The fingerprint of the analysis that made the terms.
  public static let analysis = "palabre.analysis"
  /// Prefix of the debates' keys.
  public static let debates = "debate/"

  /// The key of what the next run needs of a debate's passages.
  public static func digests(_ id: String) -> String { "digests/" + Terms.bounded(id) }

  /// The key of the debate that a piece of a source became, by the hash of the piece.
  public static func piece(_ hash: String) -> String { "piece/" + hash }

  /// The key of a debate's `StoredDebate`.
  public static func debate(_ id: String) -> String { debates + Terms.bounded(id) }
}
