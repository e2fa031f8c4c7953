import Searching

extension TextSheet {
  /// What was understood otherwise than it is written, and what else may be meant.
  ///
  /// - Parameter command: how to search for a better spelling.
  mutating func write(remarksOf summary: AnswerSummary, command: (String) -> String) {
    for note in summary.notes { write(StyledText("\(note.text): \(note.message)", .dim), hanging: 2) }
    guard let suggestion = summary.openSuggestion else { return }
    write(StyledText("Did you mean: ") + StyledText(suggestion, .bold) + StyledText("?"), hanging: 2)
    write(StyledText(command(suggestion), .dim), indent: 2, hanging: 4)
  }

  /// Why there is nothing, or what the results are of.
  mutating func write(helpOf summary: AnswerSummary) {
    if let help = summary.help, let instead = help.instead {
      write(
        StyledText("Nothing for ") + StyledText(AnswerText.brief(summary.query), .bold)
          + StyledText(". These are for ") + StyledText(AnswerText.brief(instead), .bold)
          + StyledText(AnswerText.changes(help)), hanging: 2)
      gap()
    } else if let help = summary.help, !help.filters.isEmpty || help.passagesWithoutFilters > 0 {
      write(filtersOf: help)
    } else if summary.total == 0 {
      write(
        StyledText("Nothing found. Try fewer or other words, or the beginning of one (communaut*). ")
          + StyledText("palabre status tells what is in the index.", .dim))
    }
  }

  private mutating func write(filtersOf help: SearchHelp) {
    if let only = help.filters.first, help.filters.count == 1, only.passages == help.passagesWithoutFilters {
      write(
        StyledText("Nothing with these filters. Without ") + StyledText(only.filter, .bold)
          + StyledText(": \(AnswerText.counted(only.passages, "passage"))."), hanging: 2)
      return
    }
    write(StyledText("Nothing with these filters."))
    for filter in help.filters {
      write(
        StyledText("without ") + StyledText(filter.filter, .bold)
          + StyledText(": \(AnswerText.counted(filter.passages, "passage"))"), indent: 2, hanging: 4)
    }
    write(StyledText("without any: \(AnswerText.counted(help.passagesWithoutFilters, "passage"))"), indent: 2)
  }
}

extension AnswerText {
  /// What of a query was given up to find something.
  fileprivate static func changes(_ help: SearchHelp) -> String {
    var changes: [String] = []
    if !help.dropped.isEmpty { changes.append("without " + help.dropped.map(brief).joined(separator: ", ")) }
    if !help.corrected.isEmpty {
      changes.append(
        "corrected: " + help.corrected.map { "\(brief($0.typed)) → \(brief($0.written))" }.joined(separator: ", "))
    }
    return changes.isEmpty ? "." : " (\(changes.joined(separator: "; ")))."
  }

  /// A query may be a whole text.
  fileprivate static func brief(_ query: String) -> String { query.count > 200 ? "\(query.prefix(200))…" : query }
}
