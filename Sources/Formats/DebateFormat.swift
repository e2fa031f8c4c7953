import Debates
import Foundation

/// A kind of file that debates are read from; one type, one file, listed in ``FormatRegistry/all``.
protocol DebateFormat: Sendable {
  /// Short name, as `palabre formats` prints it.
  static var name: String { get }
  /// File name extensions, without the dot, in lower case.
  static var extensions: [String] { get }
  /// What of a debate the format carries, in one line.
  static var carries: String { get }
  /// Whether a file is of this format, by its first bytes and its name.
  static func recognises(_ head: FileHead) -> Bool
  /// Reads one file, piece by piece.
  static func reader(of bytes: ByteStream, in context: FileContext) -> any FormatReader
}

/// One file being read by its format.
protocol FormatReader: AnyObject {
  /// The next piece; nil at the end. What is wrong with a piece comes as a `.refused` item, and the rest goes on.
  ///
  /// - Throws: ``ReadError`` when bytes cease to come.
  func next() throws(ReadError) -> RawItem?
  /// Whether the file is one debate, so that what is called like the file belongs to that debate; asked after a piece.
  var holdsOneDebate: Bool { get }
}

extension FormatReader {
  var holdsOneDebate: Bool { false }
}

/// A format whose files add to debates that other files describe: they are read before, or when such a debate is met.
protocol CompanionFormat: DebateFormat {}

/// Captions or another transcript: what was said in one recording, found by the name of its file.
protocol TranscriptFormat: CompanionFormat {
  /// Understands a whole file.
  static func transcript(of bytes: Data, in context: FileContext) -> Transcript
}

/// People: names and memberships, added to the speakers of the debates of the same run.
protocol PeopleFormat: CompanionFormat {
  /// Understands a whole file.
  static func people(in bytes: Data, of context: FileContext) -> PeopleList
}

/// Comments that stand apart from their debates, found by the debate's address or id.
protocol CommentsFormat: CompanionFormat {
  /// Understands a whole file.
  static func threads(of bytes: ByteStream, in context: FileContext) -> CommentThreads
}

/// What a transcript file says.
struct Transcript: Sendable {
  /// In the order of the recording.
  var utterances: [RecordDraft.Utterance] = []
  /// Of the whole file, when it says so itself.
  var language: String?
  /// What the file says its recording is called.
  var title: String?
  /// What the recording is about, part by part, where the file is a list of its chapters.
  var description: String?
  var problems: [SourceItem] = []
}

/// Somebody a people file describes.
struct PersonDescription: Sendable {
  var id: String?
  var name: String
  /// Other names the same person goes by.
  var otherNames: [String] = []
  /// Ids that other files know the person by.
  var otherIDs: [String] = []
  /// The organisation, the latest first.
  var affiliation: String?
  var headline: String?
  var bio: String?
}

/// What a people file says.
struct PeopleList: Sendable {
  var people: [PersonDescription] = []
  var problems: [SourceItem] = []
}

/// The comments of one debate.
struct CommentThread: Sendable {
  /// The debate's address or id, as the comments name it.
  var debate: String
  var title: String?
  var comments: [RecordDraft.Comment] = []
}

/// What a file of comments says.
struct CommentThreads: Sendable {
  var threads: [CommentThread] = []
  var problems: [SourceItem] = []
}
