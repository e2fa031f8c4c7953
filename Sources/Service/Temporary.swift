import Searching
extension SearchIndex {
  var revision: String { "0" }
  func refreshed() throws -> String { "0" }
  func warm() throws {}
  func contents() throws -> (debates: Int, passages: Int) { (1, 1) }
}
struct IndexOverview: Encodable, Sendable { var debates = 0 }
struct Dummy: Encodable, Sendable {}
extension SearchIndex {
  func overview() throws -> IndexOverview { IndexOverview() }
  func debateAnswer(_ id: String, _ p: RequestParameters) throws -> Dummy { Dummy() }
  func speakerAnswer(_ id: String, _ p: RequestParameters) throws -> Dummy { Dummy() }
  func expertiseAnswer(_ id: String, _ p: RequestParameters) throws -> Dummy { Dummy() }
}
