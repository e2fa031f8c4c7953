import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes a connection whose request has not been sent and answered in time: a client that sends or reads a byte now and
/// then is never idle.
final class ConnectionDeadline: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let timeout: TimeAmount
  private var timer: Scheduled<Void>?
  /// Requests whose answers are not with the client.
  private var unanswered = 0
  /// Whether a request is still being sent; it may be answered already.
  private var isReceiving = false

  init(timeout: TimeAmount) { self.timeout = timeout }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      unanswered += 1
      isReceiving = true
      if timer == nil { start(context.channel) }
    case .body: break
    case .end:
      isReceiving = false
      if unanswered == 0 { stop() }
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .end = unwrapOutboundIn(data) else { return context.write(data, promise: promise) }
    let written = promise ?? context.eventLoop.makePromise()
    // Written means with the system's buffers, not before.
    written.futureResult.assumeIsolated().whenComplete { [self, channel = context.channel] _ in
      unanswered = max(0, unanswered - 1)
      stop()
      // The next request of the connection has its own time, and so has the rest of a body that nobody waited for.
      if unanswered > 0 || isReceiving { start(channel) }
    }
    context.write(data, promise: written)
  }

  private func start(_ channel: any Channel) {
    timer = channel.eventLoop.scheduleTask(in: timeout) { channel.close(promise: nil) }
  }

  private func stop() {
    timer?.cancel()
    timer = nil
  }

  func handlerRemoved(context: ChannelHandlerContext) { stop() }

  func channelInactive(context: ChannelHandlerContext) {
    stop()
    context.fireChannelInactive()
  }
}
