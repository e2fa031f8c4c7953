import Foundation

/// A debate that attacks whoever shows it: every text of it is markup, and every id an address.
struct Hostile {
  /// What is in each text.
  let text: String

  /// What a page must not let through: markup, an attribute's end with and without an accent after it, a template, a
  /// path, control characters.
  static let texts = [
    "<script>alert(1)</script>\"'&amp;<img src=x onerror=alert(2)>",
    "\"\u{301} onmouseover=alert(3) x=\"\u{301} '\u{301} <\u{301}b> &\u{301}lt;",
    "{{{page.title}}} {{#t}}{{/t}} __PALABRE_DATA__ </script><!-- ]]> -->",
    "\\\" onload=alert(4) \u{2028}\u{2029}\u{FEFF}\u{202E} \u{1}\u{B}\u{7F} javascript:alert(5)",
  ]

  static let ids = [
    "../../etc/passwd", "a//b", "//evil.example/x", "a b?c#d%e", "a%2Fb", "\"><b>", "/start", "end/", "a/./b", "é/ü/🐟",
    "a\\b", "x.js", "a+b&c=d", "..a..",
  ]

  /// A debate with an id.
  func record(_ id: String, expertise: String? = nil) throws -> String {
    let person: (String) -> [String: Any] = { ["id": "\($0) \(id)", "name": "\($0) \(text)"] }
    // No id may hold control characters.
    let plain = String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .control }))
    let record: [String: Any] = [
      "id": id, "title": text, "url": "https://a.example/\(id)?\(text)", "date": "2009-11-18T20:30:00+01:00",
      "language": "fr", "category": text, "format": text, "location": text, "treatment": text, "sponsor": text,
      "proposer": text, "organizer": "organizer \(text)",
      "description": text, "summary": text, "expertises": [expertise ?? text, "Sécurité"],
      "media": ["url": "https://a.example/\(text).mp4", "duration": 100],
      "speakers": [
        person("orateur").merging(["affiliation": text, "headline": text, "bio": text, "expertises": [text]]) { $1 }
      ],
      "transcript": [
        ["start": 0, "end": 9, "speaker": "orateur \(id)", "text": "Une attaque \(text)"],
        ["start": 10, "end": 19, "speaker": text, "text": "Réponse \(text)"],
      ],
      "comments": [
        ["id": "1\" <b>", "author": person("auteur"), "date": "2009-11-19", "text": "Commentaire \(text)"],
        ["id": plain, "author": ["name": text], "text": text],
      ],
      "notes": [["author": ["name": text], "text": "Note \(text)"]],
    ]
    return String(decoding: try JSONSerialization.data(withJSONObject: record), as: UTF8.self)
  }
}
