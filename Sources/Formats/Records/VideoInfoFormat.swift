import Debates
import Foundation

/// What yt-dlp writes beside a video it has fetched: `talk.info.json` beside `talk.mp4` and `talk.fr.vtt`.
enum VideoInfoFormat: DebateFormat {
  static let name = "video-info"
  static let extensions = ["info.json"]
  static let carries = "title, description, date, length, channel, tags, chapters and comments of a fetched video"

  static func recognises(_ head: FileHead) -> Bool {
    head.name.lowercased().hasSuffix(".info.json") && head.text.contains("\"id\"")
      && !head.text.contains("\"speakers\"")
  }

  static func reader(of bytes: ByteStream, in context: FileContext) -> any FormatReader {
    WholeFileReader(of: bytes, in: context) { data in
      do throws(RecordError) {
        return [context.item(try draft(of: try JSONValue(json: data), in: context))]
      } catch {
        return [context.refused(error.reason)]
      }
    }
  }

  private static func draft(of info: JSONValue, in context: FileContext) throws(RecordError) -> RecordDraft {
    guard let id = info["id"]?.string else { throw RecordError(reason: "no \"id\"; is it a video's description?") }
    var draft = RecordDraft(id: id, title: info["fulltitle"]?.string ?? info["title"]?.string ?? context.name)
    draft[.url] = info["webpage_url"]?.string
    draft[.date] = moment(info["timestamp"]) ?? (info["upload_date"]?.string).flatMap(DigitDate.compact)
    draft[.language] = info["language"]?.string
    draft[.category] = info["categories"]?.elements.first?.string
    draft[.organizer] = info["channel"]?.string ?? info["uploader"]?.string
    draft[.description] = description(of: info)
    draft.expertises = (info["tags"]?.elements ?? []).compactMap(\.string)
    draft.audience = info["view_count"]?.number.flatMap { Int(exactly: $0) }.flatMap { $0 < 0 ? nil : $0 }
    draft.mediaURL = info["webpage_url"]?.string
    draft.mediaDuration = info["duration"]?.number
    draft.comments = (info["comments"]?.elements ?? []).map(comment)
    return draft
  }

  /// The text, then the titles of the chapters: what it is about.
  private static func description(of info: JSONValue) -> String? {
    let chapters = (info["chapters"]?.elements ?? []).compactMap { $0["title"]?.string }
    let lines = [info["description"]?.string].compactMap(\.self) + chapters
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private static func comment(_ value: JSONValue) -> RecordDraft.Comment {
    let author = value["author"]?.string
    let parent = value["parent"]?.string
    return RecordDraft.Comment(
      id: value["id"]?.string, author: author.map { RecordDraft.Person(id: value["author_id"]?.string, name: $0) },
      date: moment(value["timestamp"]), parent: parent == "root" ? nil : parent, text: value["text"]?.string ?? "")
  }

  /// Seconds since 1970 as ISO 8601; nil when out of the calendar.
  private static func moment(_ value: JSONValue?) -> String? {
    guard let seconds = value?.number, (0..<253_402_300_800).contains(seconds) else { return nil }
    return Date(timeIntervalSince1970: seconds.rounded(.down)).formatted(.iso8601)
  }
}
