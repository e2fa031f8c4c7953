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
    router.add(middleware: HeadAnswers())
    router.add(middleware: SecurityHeaders())
    router.add(middleware: Compression())
    router.add(middleware: CrossOrigin(allowed: answering.configuration.allowedOrigins))
    let (renderer, assets) = (try PageRenderer(), Assets())
    let pages = PageEndpoints(answering: answering, renderer: renderer, assets: assets)
    let feeds = FeedEndpoints(answering: answering, renderer: renderer, assets: assets)
    let endpoints = try endpoints() + pages.all + feeds.all
    router.add(middleware: Problems(page: pages.problem, metrics: metrics))
    router.add(middleware: MethodCheck(endpoints: endpoints))
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
    return api + health + [try OpenAPIEndpoint(describing: api + health).endpoint]
  }

  private func register(_ endpoints: [Endpoint], on router: Router<BasicRequestContext>) {
    guard let route = endpoints.first?.path.route else { return }
    let taken = MethodCheck<BasicRequestContext>.methods(of: endpoints)
    for method in taken {
      router.on(route, method: method) { request, context in
        if method == .options {
          return Response(status: .noContent, headers: [.allow: taken.map(\.rawValue).joined(separator: ", ")])
        }
        let wanted: HTTPRequest.Method = method == .head ? .get : method
        for endpoint in endpoints where endpoint.method == wanted {
          guard let value = endpoint.value(in: request.uri.path) else { continue }
          context.coreContext.endpointPath.value = endpoint.path.template
          let exchange = Exchange(
            request: request, context: context, value: value, query: try RequestQuery(request.uri.query))
          return try await endpoint.answer(exchange)
        }
        throw ServiceError.notFound("nothing has this address")
      }
    }
  }
}
