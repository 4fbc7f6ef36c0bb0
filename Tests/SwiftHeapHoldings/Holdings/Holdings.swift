import Dispatch
import Foundation
import Synchronization

/// An object that is held in some way; its name says which.
package class Held: @unchecked Sendable {
  package let name: String
  package init(_ name: String = "held") { self.name = name }
}

protocol Marked {}
protocol MarkedObject: AnyObject {}
extension Held: MarkedObject {}

struct Pair {
  var first: Held
  var second: Held?
}

struct Nested {
  var number = 1
  var inner: Pair
}

struct Small: Marked { var only: Held }
struct Large: Marked {
  var a = 1, b = 2, c = 3
  var last: Held
}
struct Generic<Value> {
  var value: Value
  var count = 0
}
struct Failure: Error, @unchecked Sendable { var cause: Held }

enum Loading {
  case idle
  case waiting(Held)
  case loaded(image: Held, size: Int)
  case failed(any Error)
}
enum OnlyObjects {
  case left(Held), right(Other)
}
enum Mixed {
  case none
  case number(Int)
  case object(Held)
  case text(String)
}
indirect enum Tree {
  case leaf(Held)
  case node(Tree, Tree)
}
enum Option<Value> {
  case missing
  case present(Value)
}

final class Other: Held, @unchecked Sendable {}
package class Base { var inBase: Held = Held("base") }
package class Middle<Value>: Base { var inMiddle: Value; init(_ value: Value) { inMiddle = value } }

actor Keeper {
  var kept: Held = Held("actor")
}

final class Tail: ManagedBuffer<Held, Held> {
  static func make() -> Tail {
    let tail = Tail.create(minimumCapacity: 2) { _ in Held("header") } as! Tail
    tail.withUnsafeMutablePointerToElements { $0.initialize(to: Held("element")) }
    return tail
  }
  deinit { withUnsafeMutablePointerToElements { _ = $0.deinitialize(count: 1) } }
}

struct Unique: ~Copyable { var held: Held }

/// Holds objects in as many ways as there are; the comment behind each property is the reference that is expected.
package final class Holder: Middle<Held> {
  let constant = Held()
  var variable = Held()
  var optional: Held? = Held()
  var twice: Held?? = Held()
  var implicit: Held! = Held()
  var anyObject: AnyObject = Held()
  var classBound: any MarkedObject = Held()
  var any: Any = Held()
  var anyOptional: Any? = Held()
  var small: any Marked = Small(only: Held())
  var large: any Marked = Large(last: Held())
  var error: any Error = Failure(cause: Held())
  var optionalError: (any Error)? = Failure(cause: Held())
  var pair = Pair(first: Held(), second: Held())
  var nested = Nested(inner: Pair(first: Held(), second: nil))
  var generic = Generic(value: Held())
  var genericPair = Generic(value: Pair(first: Held(), second: nil))
  var tuple = (1, Held())
  var labelled = (number: 1, object: Held())
  var idle = Loading.idle
  var waiting = Loading.waiting(Held())
  var loaded = Loading.loaded(image: Held(), size: 3)
  var failed = Loading.failed(Failure(cause: Held()))
  var left = OnlyObjects.left(Held())
  var right = OnlyObjects.right(Other())
  var mixedNumber = Mixed.number(5)
  var mixed = Mixed.object(Held())
  var mixedText = Mixed.text("a text of more than fifteen bytes " + String(describing: Holder.self))
  var tree = Tree.node(.leaf(Held()), .leaf(Held()))
  var option = Option.present(Held())
  var optionPair: Option<Pair> = .present(Pair(first: Held(), second: nil))
  var optionalPair: Pair? = Pair(first: Held(), second: nil)
  weak var weakly: Held?
  unowned var unownedly: Held
  unowned(unsafe) var unsafely: Held
  unowned var unownedOptional: Held?
  var unmanaged: Unmanaged<Held>
  var array = [Held(), Held()]
  var pairs = [Pair(first: Held(), second: nil)]
  var optionals: [Held?] = [nil, Held()]
  var arrays = [[Held()]]
  var texts = ["a text of more than fifteen bytes " + String(describing: Other.self)]
  var contiguous: ContiguousArray<Held> = [Held()]
  var slice: ArraySlice<Held> = [Held(), Held()][...]
  var dictionary = ["a key that is longer than fifteen bytes": Held(), "short": Held()]
  var numbered = [7: Held()]
  var enumKeys: [ObjectIdentifier: Held] = [ObjectIdentifier(Holder.self): Held()]
  var set: Set<String> = ["a text of more than fifteen bytes " + String(describing: Base.self)]
  var text = "a text of more than fifteen bytes " + String(describing: Pair.self)
  var substring = ("a text of more than fifteen bytes " + String(describing: Nested.self)).dropFirst(2)
  var closure: () -> Void = {}
  var oneCapture: () -> Void = {}
  var optionalClosure: (() -> Void)?
  var boxed: () -> Int = { 0 }
  var method: () -> String = { "" }
  lazy var lazily = Held()
  var actor = Keeper()
  var inline: InlineArray<2, Held> = [Held(), Held()]
  var unique = Unique(held: Held())
  let mutex = Mutex(Held())
  let tail = Tail.make()
  var pointer = UnsafeMutablePointer<Held>.allocate(capacity: 1)
  var data = Data(repeating: 1, count: 100)
  var url = URL(string: "https://example.org/a/path/of/some/length")!
  var queue = DispatchQueue(label: "a queue")
  var metatype: Held.Type = Held.self
  var noValue: Void = ()

  /// What only the outside holds.
  static let outside = [
    Held("weak"), Held("unowned"), Held("unsafe"), Held("optional"), Held("unmanaged"),
  ]

  package init() {
    unownedly = Self.outside[1]
    unsafely = Self.outside[2]
    unmanaged = .passUnretained(Self.outside[4])
    super.init(Held("middle"))
    weakly = Self.outside[0]
    unownedOptional = Self.outside[3]
    _ = lazily
    pointer.initialize(to: Held("pointed at"))
    let (first, second) = (Held(), Held())
    closure = { print(first, second) }
    oneCapture = { print(first) }
    optionalClosure = { [weak self] in print(first, self as Any) }
    var count = 0
    boxed = {
      count += 1
      return count
    }
    method = second.describe
  }

  deinit {
    pointer.deinitialize(count: 1)
    pointer.deallocate()
  }
}

extension Held {
  func describe() -> String { name }
}
