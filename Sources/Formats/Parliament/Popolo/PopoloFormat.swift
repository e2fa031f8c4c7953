import Debates
import Foundation

/// People, organisations and memberships as Popolo has them: http://www.popoloproject.com/specs/.
///
/// A file is an object with `persons`, `organizations`, `memberships`, `posts` and `areas` (EveryPolitician, the people
/// of Public Whip), a list of persons, or one person. Contact details, addresses and birth dates are never read.
enum PopoloFormat: PeopleFormat {
  static let name = "popolo"
  static let extensions = ["json"]
  static let carries = "people: names, other names and ids, organisation and party, role, biography"

  static func recognises(_ head: FileHead) -> Bool {
    guard !["ndjson", "jsonl"].contains(head.fileExtension), let keys = JSONHeadKeys(head.text) else { return false }
    // What has a title is a record of a debate, whatever else it holds.
    if keys.names.contains("title") { return false }
    if keys.names.contains("persons") || keys.names.contains("memberships") || keys.names.contains("other_names") {
      return true
    }
    if keys.isList { return keys.names.contains("name") && !keys.names.isDisjoint(with: ofPersons) }
    return !keys.names.contains("id") && !keys.lists.isDisjoint(with: collections)
  }

  private static let ofPersons: Set<String> = [
    "given_name", "family_name", "identifiers", "contact_details", "birth_date",
  ]
  private static let collections: Set<String> = ["areas", "events", "organizations", "posts"]

  static func people(in bytes: Data, of context: FileContext) -> PeopleList {
    do throws(RecordError) {
      return PopoloPeople(try JSONValue(json: bytes.withoutBOM)).list(in: context)
    } catch {
      return PeopleList(problems: [context.refused(error.reason)])
    }
  }

  static func reader(of bytes: ByteStream, in context: FileContext) -> any FormatReader {
    WholeFileReader(of: bytes, in: context) { people(in: $0, of: context).problems }
  }
}

extension Data {
  /// Without the UTF-8 byte order mark that some programs put in front.
  fileprivate var withoutBOM: Data { starts(with: [0xEF, 0xBB, 0xBF]) ? dropFirst(3) : self }
}
