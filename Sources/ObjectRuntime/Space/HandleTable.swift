/// The objects that handles hold, by the handle's number.
struct HandleTable {
  private var objects: [ObjectPointer?] = []
  private var free: [Int] = []
  private(set) var count = 0

  mutating func add(_ object: ObjectPointer) -> Int {
    count += 1
    if let number = free.popLast() {
      objects[number] = object
      return number
    }
    objects.append(object)
    return objects.count - 1
  }

  mutating func remove(_ number: Int) {
    objects[number] = nil
    free.append(number)
    count -= 1
  }

  /// The objects held, each as often as there are handles to it, in the order of the handles' numbers.
  var held: [ObjectPointer] { objects.compactMap(\.self) }

  mutating func removeAll() {
    objects = []
    free = []
    count = 0
  }
}
