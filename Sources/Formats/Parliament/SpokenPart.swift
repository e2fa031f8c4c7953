/// A stretch of a sitting's record: what one speaker said in one language, or what the record itself says.
struct SpokenPart: Sendable {
  /// Whether somebody said it.
  var isSpeech = false
  /// What the speech's own tag says of who speaks: the id of a person, or a name.
  var speaker: String?
  /// Whether ``speaker`` points to a person described elsewhere.
  var pointsToPerson = false
  /// The id of what the speaker spoke as.
  var function: String?
  /// What stands before the speech in print.
  var label: String?
  var language: String?
  /// Seconds since the sitting's first recorded time.
  var start, end: Double?
  var text = ""
}
