import Glibc

protocol Shape: AnyObject {}

/// Something that is held in many ways.
final class Leaf: Shape {
  let number: Int
  var text: String
  init(_ number: Int) {
    self.number = number
    text = "the text of leaf number \(number)"
  }
}

enum State {
  case idle
  case loaded(Leaf, size: Int)
  case failed(any Error)
}

struct Failure: Error, @unchecked Sendable { var cause: Leaf }
struct Pair {
  var first: Leaf
  var second: Leaf?
}

/// Holds leaves as properties, in collections, closures, enums and existentials.
final class Branch {
  let place: Int
  var leaf: Leaf
  var pair: Pair
  var leaves: [Leaf]
  var byName: [String: Leaf]
  var numbers: Set<Int>
  var state: State
  var any: Any
  var shape: any Shape
  var action: (() -> Int)?
  weak var weakly: Leaf?
  unowned var unownedly: Leaf
  var parent: Branch?

  init(_ place: Int, parent: Branch?) {
    self.place = place
    self.parent = parent
    leaf = Leaf(place)
    pair = Pair(first: Leaf(place + 1), second: place % 2 == 0 ? Leaf(place + 2) : nil)
    leaves = (0..<place % 7).map { Leaf($0) }
    byName = ["short": leaf, "a key that is longer than fifteen bytes \(place)": Leaf(place)]
    numbers = [place, place + 1]
    state =
      switch place % 3 {
      case 0: .idle
      case 1: .loaded(Leaf(place), size: place)
      default: .failed(Failure(cause: Leaf(place)))
      }
    any = place % 2 == 0 ? Leaf(place) as Any : Pair(first: Leaf(place), second: leaf) as Any
    shape = leaf
    weakly = leaf
    unownedly = leaf
    var count = 0
    action = { [weak self] in
      count += self?.place ?? 1
      return count
    }
  }
}

/// All that the program holds.
final class Scene {
  var branches: [Branch] = []
  var large = [Leaf](repeating: Leaf(-1), count: 100_000)
  var fromThreads: [[Leaf]] = []

  init(count: Int) {
    for number in 0..<count { branches.append(Branch(number, parent: branches.last)) }
    // Other threads have arenas of their own.
    for _ in 0..<3 {
      let box = Box()
      var thread = pthread_t()
      pthread_create(
        &thread, nil,
        { raw in
          let box = Unmanaged<Box>.fromOpaque(raw!).takeUnretainedValue()
          box.leaves = (0..<200).map { Leaf($0) }
          return nil
        }, Unmanaged.passUnretained(box).toOpaque())
      pthread_join(thread, nil)
      fromThreads.append(box.leaves)
    }
  }

  private final class Box { var leaves: [Leaf] = [] }
}
