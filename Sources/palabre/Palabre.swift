import ArgumentParser
import Service

@main
struct Palabre: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "palabre",
    abstract: "Search debates in French and English.",
    discussion: """
      Everything searchable is a passage: a subject, a stretch of talk, a comment, a note, a profile. Debates are \
      ranked by the votes of their passages.

      Start with:
        palabre index debates/ --index my.index
        palabre search "budget participatif" --index my.index

      The index is --index, else $PALABRE_INDEX, else that of --config, else palabre.index in the current folder.
      Exit codes: 0 done, 64 usage, 65 some input was refused (the rest is indexed), 66 no such source or index, \
      69 a needed service is unavailable, 70 internal, 73 cannot write, 74 input/output, 75 another run holds the lock.
      """,
    version: ServiceVersion.text,
    subcommands: [
      IndexCommand.self, SearchCommand.self, SuggestCommand.self, RelatedCommand.self, ExplainCommand.self,
      EvaluateCommand.self, ServeCommand.self, StatusCommand.self,
      CheckCommand.self, CompactCommand.self, RebuildCommand.self, FormatsCommand.self, ConvertCommand.self,
      ConfigCommand.self, ExamineCommand.self, ExcerptCommand.self, RecallCommand.self, SpellCommand.self,
      ReplayCommand.self,
    ])
}
