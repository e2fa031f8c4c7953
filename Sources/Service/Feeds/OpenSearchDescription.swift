/// How browsers search here (OpenSearch 1.1, draft 6); the keys of `opensearch.mustache`.
struct OpenSearchDescription {
  /// At most 16 characters, as the format has it.
  var shortName: String
  var description: String
  var icon: String
  /// Of the service; absolute.
  var base: String
}
