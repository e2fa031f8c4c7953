/// The texts of pages that say what went wrong.
struct ErrorWording: Sendable {
  /// A title, and what it means to who reads it.
  struct Explanation: Sendable {
    let title: String
    let text: String
  }

  /// 400.
  let badRequest: Explanation
  /// 404.
  let notFound: Explanation
  /// 404 for a debate, a speaker or an expertise: it may have been there.
  let gone: Explanation
  /// 405 and others that a browser does not do by itself.
  let notAllowed: Explanation
  /// 414 and 431.
  let tooLong: Explanation
  /// 429.
  let tooMany: Explanation
  /// 500.
  let failed: Explanation
  /// 503.
  let busy: Explanation
  /// When to come back.
  let retryAfter: @Sendable (_ seconds: Int) -> String
  let tryAgain: String
  let searchInstead: String
  let home: String
}
