/// Stub.
struct CaptionName {
  let stem: String
  let language: String?
  init(_ path: String) {
    stem = FilePath.stem(path)
    language = nil
  }
}
