/// The texts of the first page.
struct HomeWording: Sendable {
  let heading: String
  /// The line below it, of how many debates and passages there are, already counted (`12 debates`).
  let lead: @Sendable (_ debates: String, _ passages: String) -> String
  let tryThese: String
  let numbers: String
  let latest: String
  let allLatest: String
  let categories: String
  let expertises: String
  /// What search engines and cards show.
  let description: @Sendable (_ siteName: String) -> String
}
