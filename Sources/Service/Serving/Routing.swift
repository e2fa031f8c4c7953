import Foundation
import HTTPTypes
import Hummingbird

/// All endpoints behind all middleware.
struct Routing: Sendable {
  let answering: Answering
  let metrics: ServiceMetrics

  func router() throws -> Router<BasicRequestContext> {
    let router = Router(context: BasicRequestContext.self)
    router.add(middleware: Accounting(metrics: metrics))
    router.add(middleware: SecurityHeaders())
    router.add(middleware: Compression())
    router.add(middleware: CrossOrigin(allowed: answering.configuration.allowedOrigins))
    router.add(middleware: Problems(page: { _, _ in nil }, metrics: metrics))
    let endpoints = try endpoints()
    for (_, group) in Dictionary(grouping: endpoints, by: { $0.path.route.description }) {
      register(group, on: router)
    }
    return router
  }

  private func endpoints() throws -> [Endpoint] {
    let api = APIEndpoints(answering: answering).all
    let health = HealthEndpoints(
      answering: answering, canary: Canary(leastPassages: answering.configuration.leastPassages)
    ).all
    return api + health
  }

  /// Every method has an answer: those that an address does not take are told which ones it does.
  private func register(_ endpoints: [Endpoint], on router: Router<BasicRequestContext>) {
    guard let route = endpoints.first?.path.route else { return }
    let own = endpoints.map(\.method)
    let taken = own + (own.contains(.get) ? [.head, .options] : [.options])
    for method in HTTPRequest.Method.known {
      router.on(route, method: method) { request, context in
        if method == .options {
          return Response(status: .noContent, headers: [.allow: taken.map(\.rawValue).joined(separator: ", ")])
        }
        let wanted: HTTPRequest.Method = method == .head ? .get : method
        guard taken.contains(method) else { throw ServiceError.methodNotAllowed(taken) }
        for endpoint in endpoints where endpoint.method == wanted {
          guard let value = endpoint.value(in: request.uri.path) else { continue }
          context.coreContext.endpointPath.value = endpoint.path.template
          let exchange = Exchange(
            request: request, context: context, value: value, query: try RequestQuery(request.uri.query))
          let response = try await endpoint.answer(exchange)
          return method == .head ? response.createHeadResponse() : response
        }
        throw ServiceError.notFound("nothing has this address")
      }
    }
  }
}

extension HTTPRequest.Method {
  /// Those of RFC 9110 and PATCH (RFC 5789); any other is answered like an unknown address.
  fileprivate static let known: [HTTPRequest.Method] = [
    .get, .head, .post, .put, .delete, .connect, .options, .trace, .patch,
  ]
}
