/// The interned names that the runtime itself looks up.
struct WellKnownNames {
  private var words: [ObjectPointer] = []

  /// The names in the order of the accessors below.
  static let texts = [
    "__hash__", "__eq__", "__bool__", "__len__", "__del__", "__init__", "__new__", "__call__", "__dict__",
    "__weakref__", "__slots__", "__doc__", "__module__", "__qualname__", "__name__", "__get__", "__set__",
    "__delete__", "__getattr__", "__class__", "__static_attributes__", "__firstlineno__", "__repr__",
    "__set_name__", "__builtins__", "__package__", "__loader__", "__spec__",
    "frame", "f_locals", "function", "f_code", "__init_subclass__", "__class_getitem__",
    "__getitem__", "__setitem__", "__delitem__", "__contains__", "__iter__", "__next__", "__reversed__",
    "__index__", "__str__",
    "__classcell__",
  ]

  init() {}

  init(words: [ObjectPointer]) { self.words = words }

  var hash: ObjectPointer { words[0] }
  var equality: ObjectPointer { words[1] }
  var bool: ObjectPointer { words[2] }
  var length: ObjectPointer { words[3] }
  var finalizer: ObjectPointer { words[4] }
  var initializer: ObjectPointer { words[5] }
  var new: ObjectPointer { words[6] }
  var call: ObjectPointer { words[7] }
  var dict: ObjectPointer { words[8] }
  var weakReference: ObjectPointer { words[9] }
  var slots: ObjectPointer { words[10] }
  var documentation: ObjectPointer { words[11] }
  var module: ObjectPointer { words[12] }
  var qualifiedName: ObjectPointer { words[13] }
  var name: ObjectPointer { words[14] }
  var get: ObjectPointer { words[15] }
  var set: ObjectPointer { words[16] }
  var delete: ObjectPointer { words[17] }
  var getAttribute: ObjectPointer { words[18] }
  var `class`: ObjectPointer { words[19] }
  var staticAttributes: ObjectPointer { words[20] }
  var firstLine: ObjectPointer { words[21] }
  var representation: ObjectPointer { words[22] }
  var setName: ObjectPointer { words[23] }
  var builtins: ObjectPointer { words[24] }
  var package: ObjectPointer { words[25] }
  var loader: ObjectPointer { words[26] }
  var specification: ObjectPointer { words[27] }
  var frame: ObjectPointer { words[28] }
  var frameLocals: ObjectPointer { words[29] }
  var function: ObjectPointer { words[30] }
  var frameCode: ObjectPointer { words[31] }
  var initializeSubclass: ObjectPointer { words[32] }
  var classGetItem: ObjectPointer { words[33] }
  var getItem: ObjectPointer { words[34] }
  var setItem: ObjectPointer { words[35] }
  var deleteItem: ObjectPointer { words[36] }
  var contains: ObjectPointer { words[37] }
  var iterator: ObjectPointer { words[38] }
  var next: ObjectPointer { words[39] }
  var reversed: ObjectPointer { words[40] }
  var index: ObjectPointer { words[41] }
  var string: ObjectPointer { words[42] }
  var classCell: ObjectPointer { words[43] }
}
