import HeapModel

/// What a snapshot tells in the same way of all objects of a class, found out once.
struct SnapshotClass {
  /// How the size of an object follows from what stands in it.
  private enum Size {
    case fixed, integer, list, tuple
    /// It has to be asked for.
    case other
  }

  let type: ObjectPointer?
  let flags: UInt32
  /// Whether the collector's words stand before each object.
  let isCollectable: Bool
  /// Whether the objects are classes, of which only those of a program have these words.
  let isMetaclass: Bool
  /// Whether the text of an object is its value as digits.
  let isInteger: Bool
  private let sizeForm: Size
  private let leastSize: Int
  /// The size of the object met last, and the number of its shape.
  var lastSize = -1
  var lastShape: UInt32 = 0

  /// Knows no class.
  init() {
    type = nil
    flags = 0
    isCollectable = false
    isMetaclass = false
    isInteger = false
    sizeForm = .other
    leastSize = 0
  }

  init(_ type: ObjectPointer, in space: ObjectSpace) {
    let plan = type.instancePlan
    let body = plan.body
    self.type = type
    isMetaclass = body == .type
    isCollectable = !isMetaclass && type.typeFlags & TypeFlag.isCollected != 0
    leastSize = plan.basicSize + (isCollectable ? plan.preHeaderSize : 0)
    isInteger = body == .plain && space.isSubtype(type, space.type(.int)) && type != space.type(.bool)
    switch body {
    case .list: sizeForm = .list
    case .tuple: sizeForm = .tuple
    case .weakReference: sizeForm = .fixed
    case .record: sizeForm = type == space.type(.code) ? .other : .fixed
    case .plain where space.isSubtype(type, space.type(.int)): sizeForm = .integer
    case .plain:
      let varies = space.isSubtype(type, space.type(.bytes)) || space.isSubtype(type, space.type(.string))
      sizeForm = varies ? .other : .fixed
    case .cache: sizeForm = .fixed
    case .dict, .set, .type, .generator, .frame, .deque, .byteArray: sizeForm = .other
    }
    var bits: ObjectFlags = []
    if plan.traits.contains(.hasFinalizer) { bits.insert(.hasFinalizer) }
    switch body {
    case .type: bits.insert(.class)
    case .frame: bits.insert(.frame)
    case .record where type == space.type(.function): bits.insert(.function)
    case .record where type == space.type(.module): bits.insert(.module)
    default: break
    }
    flags = bits.rawValue
  }

  /// The bytes of an object of the class, as ``ObjectSpace/sizeof(_:)``; `nil` where they have to be asked for.
  @inline(__always)
  func size(of object: ObjectPointer) -> Int? {
    switch sizeForm {
    case .fixed: leastSize
    case .integer: leastSize &+ 4 &* max(object.digitCount, 1)
    case .list: leastSize &+ 8 &* object[integer: ListOffset.allocated]
    case .tuple: leastSize &+ 8 &* object.itemCount
    case .other: nil
    }
  }
}
