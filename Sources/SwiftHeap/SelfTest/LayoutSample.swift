/// An object that samples hold.
final class LayoutTarget: Hashable, LayoutMarked {
  let number: Int
  init(_ number: Int) { self.number = number }
  static func == (left: LayoutTarget, right: LayoutTarget) -> Bool { left === right }
  func hash(into hasher: inout Hasher) { hasher.combine(number) }
}

protocol LayoutMarked: AnyObject {}

class LayoutBase {
  let inBase: LayoutTarget
  init(_ target: LayoutTarget) { inBase = target }
}

/// Objects of known shape, in every way of holding that captures know: the first things that they look at.
///
/// It is made once, before the first capture, never changes, and lives on.
@safe
final class LayoutSample: LayoutBase, @unchecked Sendable {
  struct Pair {
    var number = 1
    var object: LayoutTarget
  }
  /// Too large for the container of a value of any type.
  struct Large {
    var a = 1, b = 2, c = 3
    var last: LayoutTarget
  }
  struct Failure: Error, @unchecked Sendable {
    var cause: LayoutTarget
  }
  enum Choice {
    case nothing
    case number(Int)
    case object(LayoutTarget)
    case both(LayoutTarget, Int)
  }

  static let shared = LayoutSample()

  /// The objects that are held in one way each, by their numbers.
  private(set) var targets: [LayoutTarget] = []

  let object: LayoutTarget
  let optional: LayoutTarget?
  let pair: Pair
  weak var weakly: LayoutTarget?
  unowned let unownedly: LayoutTarget
  let unmanaged: Unmanaged<LayoutTarget>
  let array: [LayoutTarget]
  let dictionary: [String: LayoutTarget]
  let set: Set<LayoutTarget>
  let text: String
  let choice: Choice
  let otherChoice: Choice
  let any: Any
  let large: Any
  let error: any Error
  let closure: () -> Int
  let boxing: () -> Int

  /// The key in the dictionary; too long for a string to hold it itself.
  static let key = "a key that is longer than fifteen bytes"

  private init() {
    let targets = (0..<20).map { LayoutTarget($0) }
    object = targets[1]
    optional = targets[2]
    pair = Pair(object: targets[3])
    unownedly = targets[5]
    unsafe unmanaged = .passUnretained(targets[6])
    array = [targets[7], targets[8]]
    dictionary = [Self.key: targets[9]]
    set = [targets[10]]
    // Made of pieces, so that it is no literal of the program's.
    text = Self.key + String(targets.count)
    choice = .object(targets[11])
    otherChoice = .both(targets[12], 5)
    any = Pair(object: targets[13])
    large = Large(last: targets[14])
    error = Failure(cause: targets[15])
    let (first, second) = (targets[16], targets[17])
    closure = { first.number + second.number }
    var captured = targets[18]
    boxing = {
      captured = captured.number > 0 ? captured : first
      return captured.number
    }
    super.init(targets[0])
    weakly = targets[4]
    self.targets = targets
  }

  static func address(of object: AnyObject) -> UInt64 {
    unsafe UInt64(UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque()))
  }
}
