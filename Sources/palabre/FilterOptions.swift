public import ArgumentParser
public import Debates
public import Schema
import Searching

/// What a passage must be, or be of, to be found. An option may be given several times: its values are alternatives.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Not before this day, month or year (2009, 2009-12, 2009-12-02, \"décembre 2009\", last-year, \"il y a 2 ans\").",
      valueName: "date"))
  var from: PeriodOption?

  @Option(help: ArgumentHelp("Not after this day, month or year.", valueName: "date"))
  var to: PeriodOption?

  @Option(help: "Said or written in this language.")
  var language: [SpokenLanguage] = []

  @Option(
    help: ArgumentHelp("Said or written by this person, by name or id.", valueName: "person"),
    completion: IndexCompletion.values(of: .speaker))
  var speaker: [String] = []

  @Option(
    help: ArgumentHelp("In a comment or a note of this person, by name or id.", valueName: "person"),
    completion: IndexCompletion.values(of: .speaker, in: [.kinds([.comment, .note])]))
  var author: [String] = []

  @Option(
    help: ArgumentHelp("In debates of this expertise.", valueName: "name"),
    completion: IndexCompletion.values(of: .expertise))
  var expertise: [String] = []

  @Option(
    help: ArgumentHelp("In debates of this category.", valueName: "name"),
    completion: IndexCompletion.values(of: .category))
  var category: [String] = []

  @Option(
    help: ArgumentHelp("In debates of this format.", valueName: "name"), completion: IndexCompletion.values(of: .format)
  )
  var format: [String] = []

  @Option(
    help: ArgumentHelp("In debates that took place there.", valueName: "name"),
    completion: IndexCompletion.values(of: .location))
  var location: [String] = []

  @Option(help: "Of this kind.")
  var kind: [PassageKind] = []

  @Option(help: "Whom to answer: the public, or members, who also see what is for members.")
  var audience: Audience = .everyone

  func validate() throws {
    if let from = from?.range.from, let to = to?.range.to, to.lastSortKey < from.sortKey {
      throw ValidationError("--from \(from.text) is after --to \(to.text)")
    }
  }

  /// One field for each option that was given; values of one option are alternatives.
  var fields: [FieldQuery] {
    let labels: [(FieldQuery.Label, [String])] = [
      (.speaker, speaker), (.author, author), (.expertise, expertise), (.category, category), (.format, format),
      (.location, location),
    ]
    var fields = labels.filter { !$0.1.isEmpty }.map { FieldQuery.label($0.0, $0.1) }
    if from != nil || to != nil { fields.append(.date(DateRange(from: from?.range.from, to: to?.range.to))) }
    if !language.isEmpty { fields.append(.languages(language.map(\.rawValue))) }
    if !kind.isEmpty { fields.append(.kinds(kind)) }
    return fields
  }
}

/// The languages that passages are labelled with.
enum SpokenLanguage: String, ExpressibleByArgument, CaseIterable {
  case french = "fr"
  case english = "en"
}

extension PassageKind: ExpressibleByArgument {}
extension Audience: ExpressibleByArgument {}

/// A day, a month, a year, or how people call them.
struct PeriodOption: ExpressibleByArgument {
  let range: DateRange

  /// nil for what is not a date.
  init?(argument: String) {
    guard let expression = try? DateExpression(argument) else { return nil }
    range = expression.range
  }
}
