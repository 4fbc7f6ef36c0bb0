/// A method that a built-in type has: what a descriptor of the type, as `str.upper`, stands for.
struct BuiltinDescriptor: Sendable {
  /// Which kind of descriptor it is.
  enum Form {
    /// A `wrapper_descriptor`: a special method that stands for a function of CPython's type object.
    case wrapper
    /// A `method_descriptor`.
    case method
    /// A `classmethod_descriptor`: bound to the class.
    case classMethod
    /// A function that is bound to the class, but does not look at it.
    case staticMethod
    /// `__new__`, bound to the type that has it.
    case maker
    /// A `getset_descriptor`: an attribute that is computed.
    case getter
    /// A `member_descriptor`: an attribute that lies in the instance.
    case member

    /// Whether it stands for an attribute of instances, not for a method.
    var isData: Bool { self == .getter || self == .member }
  }

  enum Implementation {
    /// The place among ``BuiltinMethod/all``.
    case method(Int)
    case special(SpecialMethod)
    /// The attribute that instances have under the name.
    case attribute
  }

  /// The number of the type's plan.
  var owner: Int
  var name: String
  var form: Form
  var implementation: Implementation

  /// All of them, those of a type in a row: a descriptor keeps its place here.
  static let all: [BuiltinDescriptor] = {
    var all: [BuiltinDescriptor] = []
    var methodPlace = 0
    var methods = [[BuiltinDescriptor]](repeating: [], count: BuiltinType.allCases.count)
    for (type, table) in BuiltinMethod.tables {
      for method in table {
        let form: Form =
          switch method.binding {
          case .instance: .method
          case .type: .classMethod
          case .nothing: .staticMethod
          }
        methods[type.rawValue].append(
          BuiltinDescriptor(
            owner: type.rawValue, name: method.name, form: form, implementation: .method(methodPlace)))
        methodPlace += 1
      }
    }
    for (owner, attributes) in BuiltinAttributes.all.enumerated() {
      let own = owner < methods.count ? methods[owner] : []
      all += own
      let known = Set(own.map(\.name))
      func add(_ names: [Substring], _ form: Form) {
        for name in names where !known.contains(String(name)) {
          guard let special = SpecialMethod.all[String(name)] else { continue }
          all.append(
            BuiltinDescriptor(owner: owner, name: String(name), form: form, implementation: .special(special))
          )
        }
      }
      add(attributes.wrappers, .wrapper)
      add(attributes.methods, .method)
      add(attributes.classMethods, .classMethod)
      if attributes.isMade { add(["__new__"], .maker) }
      for (names, form) in [(attributes.getters, Form.getter), (attributes.members, .member)] {
        all += names.map {
          BuiltinDescriptor(owner: owner, name: String($0), form: form, implementation: .attribute)
        }
      }
    }
    return all
  }()

  /// The places among ``all`` of each type's own methods by their names, in the order of the types' plans.
  static let places: [[String: Int]] = places { !$0.form.isData }

  /// The same of the attributes of instances.
  static let attributePlaces: [[String: Int]] = places(where: \.form.isData)

  private static func places(where isWanted: (BuiltinDescriptor) -> Bool) -> [[String: Int]] {
    var places = [[String: Int]](repeating: [:], count: BuiltinAttributes.all.count)
    for (place, descriptor) in all.enumerated() where isWanted(descriptor) {
      places[descriptor.owner][descriptor.name] = place
    }
    return places
  }
}

/// The words of a descriptor of a built-in type's method.
enum MethodDescriptorOffset {
  static let owner = 16
  /// CPython keeps the name here; this runtime finds it by the descriptor's place.
  static let name = 24
  static let qualifiedName = 32
  /// CPython keeps the definition here; this runtime keeps the descriptor's place among all.
  static let place = 40
  static let size = 56
}

/// The words of a special method that is bound to its receiver.
enum MethodWrapperOffset {
  static let descriptor = 16
  static let receiver = 24
  static let size = 32
}

/// The words of a `super` object.
enum SuperOffset {
  static let type = 16
  static let object = 24
  static let objectType = 32
}
