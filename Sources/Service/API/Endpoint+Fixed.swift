import HTTPTypes
import Hummingbird

extension Endpoint {
  /// A file that stays the same while the service runs.
  ///
  /// - Parameter isImmutable: whether its address changes with its contents, so that nobody need ask for it again.
  static func fixed(_ path: String, _ bytes: [UInt8], mediaType: String, isImmutable: Bool = false) -> Endpoint {
    let tag = EntityTag(revision: String(decoding: bytes, as: UTF8.self), address: path, variant: "")
    let buffer = ByteBuffer(bytes: bytes)
    let headers: HTTPFields = [
      .contentType: mediaType, .eTag: tag.description,
      .cacheControl: isImmutable ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    ]
    return Endpoint(path: .exact(path)) { exchange in
      tag.isNamed(by: exchange.request.headers[.ifNoneMatch])
        ? Response(status: .notModified, headers: headers)
        : Response(status: .ok, headers: headers, body: .init(byteBuffer: buffer))
    }
  }
}
