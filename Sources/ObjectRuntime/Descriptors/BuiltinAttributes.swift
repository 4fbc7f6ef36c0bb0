/// The names that a built-in type has itself, by what stands behind them.
struct BuiltinAttributes: Sendable {
  /// Names that many types have.
  struct Common: OptionSet {
    let rawValue: UInt8
    static let comparisons = Common(rawValue: 1)
    static let iteration = Common(rawValue: 2)
  }

  /// Whether it has a `__new__` of its own.
  var isMade = false
  /// Methods that stand for functions of CPython's type object.
  var wrappers: [Substring] = []
  var methods: [Substring] = []
  var classMethods: [Substring] = []
  var staticMethods: [Substring] = []
  /// Attributes of instances that CPython computes.
  var getters: [Substring] = []
  /// Attributes of instances that CPython reads from their memory.
  var members: [Substring] = []
  /// What is no descriptor.
  var data: [Substring] = []

  /// - Parameter wrappers: names between spaces, as all the others.
  init(
    isMade: Bool = false, common: Common = [], wrappers: String = "", methods: String = "",
    classMethods: String = "", staticMethods: String = "", getters: String = "", members: String = "",
    data: String = ""
  ) {
    func split(_ text: String) -> [Substring] { text.split { $0 == " " || $0 == "\n" } }
    self.isMade = isMade
    self.wrappers = split(wrappers)
    if common.contains(.comparisons) { self.wrappers += split("__eq__ __ge__ __gt__ __le__ __lt__ __ne__") }
    if common.contains(.iteration) { self.wrappers += split("__iter__ __next__") }
    self.methods = split(methods)
    self.classMethods = split(classMethods)
    self.staticMethods = split(staticMethods)
    self.getters = split(getters)
    self.members = split(members)
    self.data = split(data)
  }

  /// All names.
  var names: [Substring] {
    wrappers + methods + classMethods + staticMethods + getters + members + data
      + (isMade ? ["__new__", "__doc__"] : ["__doc__"])
  }

  /// The attributes of each built-in type and exception class, in the order of their plans.
  static let all: [BuiltinAttributes] =
    BuiltinType.allCases.map { ofValues($0) } + ExceptionKind.allCases.map { ofException($0) }
}
