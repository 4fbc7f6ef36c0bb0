/// A session that is never freed: its closure captures it, and it keeps the closure.
final class Session {
  let name: String
  var onTimeout: (() -> Void)?
  var isOver = false

  init(name: String) {
    self.name = name
  }

  func start() {
    // `[weak self]` would mend it.
    onTimeout = { self.isOver = true }
  }
}
