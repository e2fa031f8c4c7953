import Debates
import Formats

/// What sources and records may hold.
struct Limits: Sendable {
  var sources = SourceLimits()
  var records = RecordLimits()

  /// One of them, by its name in a configuration file.
  struct Name: Sendable {
    let key: String
    let range: ClosedRange<Int>
    let path: any WritableKeyPath<Limits, Int> & Sendable

    fileprivate init(
      _ key: String, _ path: any WritableKeyPath<Limits, Int> & Sendable, in range: ClosedRange<Int> = 1...(1 << 50)
    ) {
      self.key = key
      self.range = range
      self.path = path
    }
  }

  static let names: [Name] = [
    Name("maximum_line_bytes", \.sources.maximumLineBytes),
    Name("maximum_file_bytes", \.sources.maximumFileBytes),
    Name("maximum_archive_entries", \.sources.maximumArchiveEntries),
    Name("maximum_unpacked_bytes", \.maximumUnpackedBytes),
    Name("maximum_inflation", \.sources.maximumInflation),
    Name("maximum_id_bytes", \.records.maximumIDBytes),
    Name("maximum_text_bytes", \.records.maximumTextBytes),
    Name("maximum_utterances", \.records.maximumUtterances),
    Name("maximum_comments", \.records.maximumComments),
    Name("maximum_entries", \.records.maximumEntries),
    Name("maximum_seconds", \.records.maximumSeconds),
    Name("maximum_depth", \.records.maximumDepth, in: 8...256),
  ]

  private var maximumUnpackedBytes: Int {
    get { Int(sources.maximumUnpackedBytes) }
    set { sources.maximumUnpackedBytes = Int64(newValue) }
  }
}
