import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The body of a request, of bounded size and read in bounded time.
struct RequestBody {
  private let request: Request

  init(_ request: Request) { self.request = request }

  /// Read as JSON.
  ///
  /// - Throws: `ServiceError` for a body of another type, one that is too large or too slow, and one that does not hold
  ///   what it should.
  func json<Value: Decodable & Sendable>() async throws -> Value {
    let type = request.headers[.contentType]?.prefix { $0 != ";" }.lowercased()
    guard type == "application/json" else { throw ServiceError.unsupportedMediaType(accepted: ["application/json"]) }
    let bytes = try await collected()
    do {
      return try JSONDecoder().decode(Value.self, from: Data(bytes.readableBytesView))
    } catch let error as DecodingError {
      throw ServiceError.malformedBody(RequestBody.reason(error))
    }
  }

  private func collected() async throws -> ByteBuffer {
    let body = request.body
    return try await withThrowingTaskGroup(of: ByteBuffer.self) { group in
      group.addTask {
        do {
          return try await body.collect(upTo: RequestBounds.bodyBytes)
        } catch is NIOTooManyBytesError {
          throw ServiceError.bodyTooLarge(maximum: RequestBounds.bodyBytes)
        }
      }
      group.addTask {
        try await Task.sleep(for: RequestBounds.bodyTime)
        throw ServiceError.bodyTooSlow
      }
      defer { group.cancelAll() }
      guard let bytes = try await group.next() else { throw ServiceError.bodyTooSlow }
      return bytes
    }
  }

  private static func reason(_ error: DecodingError) -> String {
    func place(_ context: DecodingError.Context) -> String {
      context.codingPath.isEmpty ? "the body" : context.codingPath.map(\.stringValue).joined(separator: ".")
    }
    return switch error {
    case .keyNotFound(let key, _): "\(key.stringValue): missing"
    case .typeMismatch(let type, let context): "\(place(context)): not a \(type)"
    case .valueNotFound(_, let context): "\(place(context)): null"
    case .dataCorrupted(let context): "\(place(context)): not JSON"
    @unknown default: "not what is expected"
    }
  }
}
