/// What a person reads where there is no page; the keys of `error.mustache`.
struct ErrorPage {
  var status: String
  var title: String
  var text: String
  var detail: String?
  var detailLanguage: String?
  var ways: [LinkedText]

  /// - Parameter address: what was asked for.
  init(_ problem: Problem, _ page: PageWriter, address: String) {
    let wording = page.wording.error
    let explanation =
      switch problem.status {
      case 404: problem.isOfSomethingGone ? wording.gone : wording.notFound
      case 405, 415: wording.notAllowed
      case 413, 414, 431: wording.tooLong
      case 429: wording.tooMany
      case 503: wording.busy
      case 400..<500: wording.badRequest
      default: wording.failed
      }
    status = "\(problem.status)"
    title = explanation.title
    text = explanation.text
    if problem.status == 400 {
      detail = problem.detail
      detailLanguage = page.foreign("en")
    }
    let search = LinkedText(text: wording.searchInstead, href: page.links.root + "/search")
    let home = LinkedText(text: wording.home, href: page.links.home)
    ways = problem.status == 503 ? [LinkedText(text: wording.tryAgain, href: address), home] : [search, home]
  }
}
