import Hummingbird

/// The document that describes the others.
struct OpenAPIEndpoint: Sendable {
  let endpoint: Endpoint

  /// - Throws: as `OpenAPIDocument.json()`.
  init(describing endpoints: [Endpoint]) throws {
    let bytes = try OpenAPIDocument(endpoints: endpoints, version: ServiceVersion.text).json()
    endpoint = .fixed("/openapi.json", bytes, mediaType: "application/openapi+json")
  }
}
