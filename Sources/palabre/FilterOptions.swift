public import ArgumentParser
public import Debates
public import Schema
import Searching

/// What a passage must have to be found.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Not before this day, month or year (2009, 2009-12, 2009-12-02).", valueName: "date"))
  var from: Moment?

  @Option(help: ArgumentHelp("Not after this day, month or year.", valueName: "date"))
  var to: Moment?

  @Option(help: "Said or written in this language.")
  var language: SpokenLanguage?

  @Option(help: ArgumentHelp("Said or written by this person, by name or id.", valueName: "person"))
  var speaker: String?

  @Option(help: ArgumentHelp("In debates of this expertise.", valueName: "name"))
  var expertise: String?

  @Option(help: ArgumentHelp("In debates of this category.", valueName: "name"))
  var category: String?

  @Option(help: "Of this kind.")
  var kind: PassageKind?

  @Option(help: "Whom to answer: the public, or members, who also see what is for members.")
  var audience: Audience = .everyone

  func validate() throws {
    if let from, let to, to.lastSortKey < from.sortKey {
      throw ValidationError("--from \(from.text) is after --to \(to.text)")
    }
  }

  var filters: Filters {
    var filters = Filters()
    filters.from = from
    filters.to = to
    filters.language = language?.rawValue
    filters.speaker = speaker
    filters.expertise = expertise
    filters.category = category
    filters.kind = kind
    return filters
  }
}

/// The languages that passages are labelled with.
enum SpokenLanguage: String, ExpressibleByArgument, CaseIterable {
  case french = "fr"
  case english = "en"
}

extension PassageKind: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}

extension Moment: ExpressibleByArgument {
  /// nil for what is not a date.
  public init?(argument: String) { try? self.init(argument) }
}
