import Foundation

/// Lists of people and organisations that stand apart from the sittings, as ParlaMint keeps them.
enum TEIPeopleFormat: PeopleFormat {
  static let name = "tei-people"
  static let extensions = ["xml"]
  static let carries = "people of a parliament with their groups and offices, which join the speakers of TEI sittings"

  private static let lists: Set<String> = ["listPerson", "listOrg", "particDesc"]

  static func recognises(_ head: FileHead) -> Bool {
    guard let root = head.root, TEIFormat.isTEI(root.namespace) else { return false }
    if lists.contains(root.name) { return true }
    guard root.name == "teiCorpus", !head.text.contains("<TEI") else { return false }
    // The sittings of ParlaMint always stand in files of their own; of a short file the whole is seen.
    return head.bytes.count < FileHead.maximumBytes || head.text.contains("xml:id=\"ParlaMint-")
  }

  static func reader(of bytes: ByteStream, in context: FileContext) -> any FormatReader {
    WholeFileReader(of: bytes, in: context) { people(in: $0, of: context).problems }
  }

  static func people(in bytes: Data, of context: FileContext) -> PeopleList {
    var list = PeopleList()
    var people = TEIPeople()
    do throws(ReadError) {
      let xml = try XMLStream(ByteStream(bytes))
      while true {
        do throws(XMLError) {
          guard try readNext(xml, into: &people, limit: context.limits.maximumLineBytes) else { break }
        } catch {
          list.problems.append(context.refused(error.reason, line: error.line))
          if xml.hasFailed { break }
        }
      }
    } catch {
      list.problems.append(context.refused("reading failed: \(error.reason)"))
    }
    list.people = people.descriptions
    if list.people.isEmpty, list.problems.isEmpty { list.problems.append(nobody(people, context)) }
    return list
  }

  /// Reads one person or organisation; false at the end.
  private static func readNext(
    _ xml: XMLStream, into people: inout TEIPeople, limit: Int
  ) throws(XMLError) -> Bool {
    while let event = try xml.nextEvent() {
      guard case .open(let tag) = event else { continue }
      if tag.name == "TEI" {
        try xml.skip()
        throw XMLError(
          line: tag.line,
          reason: "a sitting in a corpus that is read for its lists of people; give the sitting a file of its own")
      }
      guard ["person", "personGrp", "org"].contains(tag.name) else { continue }
      people.add(from: try xml.element(tag, maximumBytes: limit))
      return true
    }
    return false
  }

  private static func nobody(_ people: TEIPeople, _ context: FileContext) -> SourceItem {
    people.organisationCount > 0
      ? context.notice(
        "holds organisations and no people (organisations: \(people.organisationCount)); they join people of the same file"
      )
      : context.refused("holds nobody; a list of people has <person> with an xml:id and a <persName>")
  }
}
