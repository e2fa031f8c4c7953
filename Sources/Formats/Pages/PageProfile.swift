/// Where a site's saved pages keep what.
struct PageProfile: Sendable {
  let name: String
}
