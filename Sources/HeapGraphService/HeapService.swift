import HeapGraph

/// Answers questions about this process's heap over HTTP, whatever server takes the requests.
///
/// ```swift
/// let heap = HeapService()
/// // in a handler of whatever framework, for every path under /heap:
/// let response = await heap.respond(
///   to: HeapService.Request(method: method, target: target, headers: headers, remoteAddress: address))
/// ```
///
/// A heap holds everything that a program knows, so that the service is off until ``Options/isEnabled`` or the environment
/// variable `HEAPGRAPH_SERVICE=1` turns it on, and answers requests from the same machine only: to any of its users, and to
/// whoever a proxy on it asks for that does not say so in a header. Each question captures the heap once, for which all threads stand still some milliseconds; one at a time, and not more often than ``Options/minimumInterval``
/// says.
public struct HeapService: Sendable {
  /// What the service may do.
  public let options: Options
  private let gate: CaptureGate
  private let marks = HeapMarks()
  private let worker = CaptureWorker()

  /// Makes a service; nothing is captured before it is asked.
  ///
  /// - Parameter options: what it may do; by itself as the environment says.
  public init(options: Options = Options()) {
    self.options = options
    gate = CaptureGate(minimumInterval: options.minimumInterval)
  }

  /// Answers a request.
  ///
  /// - Parameter request: what was asked, and by whom.
  /// - Returns: the answer; what went wrong is in it as well, as text with the status that fits.
  /// - Complexity: O(*n* + *m*) in the size of the heap, on a thread of its own, and the layout of a picture.
  public func respond(to request: Request) async -> Response {
    var response: Response
    do throws(ServiceError) {
      try Admission(options).check(request)
      let question = try Question(request, options)
      do throws(ServiceError) {
        response = try await answer(question)
      } catch {
        response = Response(error, as: question.format)
      }
    } catch {
      response = Response(error, as: .text)
    }
    if request.method == "HEAD" { response.body = [] }
    return response
  }

  private func answer(_ question: Question) async throws(ServiceError) -> Response {
    if case .index = question.topic { return Page.index(options) }
    try gate.enter()
    let (marks, options) = (marks, options)
    let result: Result<Response, ServiceError> = await worker.run {
      do throws(ServiceError) {
        return .success(try ServiceAnswer.respond(to: question, marks: marks, options: options))
      } catch {
        return .failure(error)
      }
    }
    gate.leave()
    return try result.get()
  }
}
