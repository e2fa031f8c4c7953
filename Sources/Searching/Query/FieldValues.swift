import Debates

/// The values of a field as they are written, taken apart: `talk,notes`, `"Lionel Fumado" OU "Anna Martin"`.
struct FieldValues {
  /// Alternatives, in order.
  private(set) var values: [String] = []
  /// A word of the list that joins what cannot be joined.
  private(set) var hasAnd = false
  private var words = ""

  /// Values between parentheses: words are joined into one until a separator or a quotation comes.
  init(list: QueryText) {
    let marks = QuotationMarks(list)
    var place = 0
    var word = ""
    func isSeparator(_ scalar: Unicode.Scalar) -> Bool { scalar == "|" || scalar == "," || scalar == ";" }
    while let scalar = list[place] {
      if marks.opens(at: place), let close = marks.close(of: place) {
        end(word: &word)
        end()
        values.append(list.string(place + 1..<close).trimmed)
        place = close
      } else if isSeparator(scalar) {
        end(word: &word)
        end()
      } else if scalar.properties.isWhitespace || scalar == "(" || scalar == ")" {
        end(word: &word)
      } else {
        word.unicodeScalars.append(scalar)
      }
      place += 1
    }
    end(word: &word)
    end()
    values.removeAll(where: \.isEmpty)
  }

  /// A value without spaces; a comma parts two.
  init(bare: String, isParted: Bool) {
    var text = bare[...]
    while let first = text.first, "\"“„«".contains(first) { text.removeFirst() }
    while let last = text.last, ",;!?\"”»".contains(last) || last == "." && !text.hasSuffix("..") { text.removeLast() }
    values = isParted ? text.split(separator: ",").map(\.trimmed) : [String(text)]
    values.removeAll(where: \.isEmpty)
  }

  /// One value between quotation marks.
  init(quoted: String) {
    values = [quoted.trimmed].filter { !$0.isEmpty }
  }

  private mutating func end(word: inout String) {
    switch word {
    case "OR", "OU": end()
    case "AND", "ET":
      hasAnd = true
      end()
    case "": break
    default: words += words.isEmpty ? word : " " + word
    }
    word = ""
  }

  private mutating func end() {
    if !words.isEmpty { values.append(words) }
    words = ""
  }
}

extension PassageKind {
  /// The kind of a name in French or English, one or many; nil for a word that names none.
  static func named(_ name: String) -> PassageKind? { byName[FieldQuery.folded(name)] }

  /// What may be written.
  static let writtenNames = "talk, comments, notes, subject or profile"

  private static let byName: [String: PassageKind] = {
    let names: [(PassageKind, [String])] = [
      (.talk, ["talk", "talks", "speech", "speeches", "paroles", "parole", "discours"]),
      (.comment, ["comment", "comments", "commentaire", "commentaires"]), (.note, ["note", "notes"]),
      (.subject, ["subject", "subjects", "sujet", "sujets"]), (.profile, ["profile", "profiles", "profil", "profils"]),
    ]
    return names.reduce(into: [:]) { kinds, row in for name in row.1 { kinds[name] = row.0 } }
  }()
}

extension FieldQuery {
  /// The code of a language that passages may be in, by its name in French or English; nil for another.
  static func language(named name: String) -> String? { languages[folded(name)] }

  private static let languages = [
    "fr": "fr", "fra": "fr", "fre": "fr", "french": "fr", "francais": "fr", "francaise": "fr", "en": "en", "eng": "en",
    "english": "en", "anglais": "en", "anglaise": "en",
  ]
}
