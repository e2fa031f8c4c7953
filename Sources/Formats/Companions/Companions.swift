import Debates

/// Files that add to the debates of other files. Filled before the first debate is read; then read by many threads.
struct Companions: Sendable {
  private let settings: SourceSettings

  init(settings: SourceSettings) { self.settings = settings }

  var isEmpty: Bool { true }

  mutating func add(_ file: SourceFile, _ format: any CompanionFormat.Type) -> [SourceItem] { [] }

  func completing(_ item: SourceItem) -> [SourceItem] { [item] }

  func unclaimed() -> [RawItem] { [] }
}
