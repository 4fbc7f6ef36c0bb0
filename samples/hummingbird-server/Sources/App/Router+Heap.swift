import HTTPTypes
import HeapGraphService
import Hummingbird
import NIOCore

extension Router where Context: RemoteAddressRequestContext {
  /// Hands every request under the service's path to it.
  func mountHeap(_ service: HeapService) {
    let path = service.options.path
    for route in [path, path + "/**"] {
      for method in [HTTPRequest.Method.get, .post] {
        on(RouterPath(route), method: method) { request, context in
          await service.respond(
            to: try await HeapService.Request(request, from: context.remoteAddress)
          ).hummingbird
        }
      }
    }
  }
}

extension HeapService.Request {
  /// A request as Hummingbird has it.
  fileprivate init(_ request: Request, from address: SocketAddress?) async throws {
    var headers: [String: String] = [:]
    for field in request.headers { headers[field.name.canonicalName] = field.value }
    // `Host` is no field of its own there.
    headers["host"] = request.head.authority
    let body = request.method == .post ? try await request.body.collect(upTo: 4_096) : ByteBuffer()
    self.init(
      method: request.method.rawValue, target: request.uri.string, headers: headers,
      body: Array(body.readableBytesView), remoteAddress: address?.ipAddress)
  }
}

extension HeapService.Response {
  /// The response as Hummingbird wants it.
  fileprivate var hummingbird: Response {
    var fields = HTTPFields()
    fields[.contentType] = contentType
    for (name, value) in headers {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    return Response(
      status: HTTPResponse.Status(code: status), headers: fields,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
  }
}
