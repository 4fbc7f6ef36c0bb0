import HeapGraph

/// Why a request is not answered.
enum ServiceError: Error, Hashable {
  /// The service is off; whether whoever asks may know how to turn it on.
  case disabled(hint: Bool)
  /// The request came from another machine.
  case remote
  /// The request was made by a page of another site, or was passed on by a proxy.
  case foreign(reason: String)
  /// The method is none that is understood here.
  case method(String)
  /// Nothing has the path.
  case noPage(String)
  /// What was asked for is not said rightly.
  case invalid(String)
  /// The heap has nothing of what was asked for.
  case notFound(String)
  /// A capture is under way.
  case busy
  /// The last capture was too short a time ago; the seconds until there may be another.
  case tooSoon(seconds: Int)
  /// There is too much of it.
  case tooLarge(String)
  /// This build or system cannot do it.
  case impossible(String)
  /// It did not work.
  case failed(String)

  /// The status of HTTP.
  var status: Int {
    switch self {
    case .disabled, .noPage, .notFound: 404
    case .remote, .foreign: 403
    case .method: 405
    case .invalid: 400
    case .busy: 503
    case .tooSoon: 429
    case .tooLarge: 413
    case .impossible: 501
    case .failed: 500
    }
  }

  /// After how many seconds to ask again.
  var secondsToWait: Int? {
    switch self {
    case .busy: 1
    case .tooSoon(let seconds): seconds
    default: nil
    }
  }
}

extension ServiceError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  var description: String {
    switch self {
    case .disabled(let hint):
      hint
        ? "the heap service is off: set the environment variable HEAPGRAPH_SERVICE=1, or its option isEnabled"
        : "not found"
    case .remote:
      "the heap service answers requests from its own machine only: ask from there, or through a tunnel"
    case .foreign(let reason):
      "the heap service answers requests that are meant for it only: \(reason)"
    case .method(let method): "the method is \(method): use GET, and POST for mark"
    case .noPage(let path): "there is no page \(path): the index lists those that there are"
    case .invalid(let reason): reason
    case .notFound(let reason): reason
    case .busy: "a capture is under way: ask again in a second"
    case .tooSoon(let seconds):
      "the last capture was a moment ago, and each stops the program shortly: ask again in \(seconds) s"
    case .tooLarge(let reason): reason
    case .impossible(let reason): reason
    case .failed(let reason): reason
    }
  }

  /// What a question to the heap met.
  init(_ error: HeapAnalysisError) {
    if error.isNotFound {
      self = .notFound("\(error)")
    } else if case .cancelled = error {
      self = .failed("the answer took longer than the option timeLimit allows")
    } else if case .invalidSelector = error {
      self = .invalid("\(error)")
    } else {
      self = .failed("\(error)")
    }
  }
}
