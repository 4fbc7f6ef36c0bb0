/// A type of a Swift program, as a number that stands for its structure.
///
/// Two types that ``SwiftTypes`` hands out are equal where their structures are: the type of a field, parsed from its
/// mangled name, is the one that is read from metadata.
package struct SwiftType: Hashable, Sendable {
  let number: Int32
}

extension SwiftType {
  /// What a type is made of.
  package enum Structure: Hashable, Sendable {
    /// A struct, enum or class whose descriptor is in the process.
    case nominal(NominalType)
    /// A declared type whose descriptor is in none of the process's images: its qualified name and its arguments.
    case undeclared(name: String, arguments: [SwiftType])
    case tuple([TupleElement])
    case function(FunctionType)
    /// A type of values of any type that conforms to protocols: `Any`, `any Error`, `AnyObject`.
    case existential(ExistentialType)
    /// The type of a type's metadata: `Int.Type`.
    case metatype(SwiftType)
    /// The type of the metadata of any type that conforms: `any P.Type`.
    case existentialMetatype(SwiftType)
    /// The storage of a reference that is not strong.
    case reference(Ownership, SwiftType)
    /// A type of the compiler's, by its name without the module: `Int64`, `RawPointer`.
    case builtin(String)
    /// `Builtin.FixedArray`, the storage of `InlineArray`.
    case fixedArray(count: SwiftType, element: SwiftType)
    /// A box on the heap that holds values: that of a captured variable or of an indirect case.
    case box([SwiftType])
    /// The arguments for a parameter pack.
    case pack([SwiftType])
    /// The types that `repeat` makes of a pattern, as many as a pack has.
    case packExpansion(pattern: SwiftType, count: SwiftType)
    /// The argument for a parameter that is a value.
    case integer(Int)
    /// A generic parameter that is not bound.
    case parameter(depth: Int, index: Int)
    /// `Self` in the constraints of an existential type.
    case existentialSelf
    /// An associated type of a type that is not bound.
    case member(base: SwiftType, name: String, protocol: ProtocolReference?)
    /// An object that holds what a closure captures, or a captured variable: the address of its metadata.
    case closureContext(metadata: UInt64)
    /// An object that holds a value whose type only the runtime knows.
    case genericBox(SwiftType)
    /// An object that holds an error.
    case errorBox
    /// An object of the concurrency runtime.
    case task
    /// A job of the concurrency runtime.
    case job
  }

  /// A type that is declared.
  package struct NominalType: Hashable, Sendable {
    package var kind: NominalKind
    /// The address of its context descriptor.
    package var descriptor: UInt64
    /// What its generic parameters are, and those of the types that it is declared in: the outermost first.
    package var arguments: [SwiftType]
  }

  /// How a type is declared.
  package enum NominalKind: Hashable, Sendable {
    case structure, enumeration, classType
    /// A class of another language, which is imported.
    case foreignClass
  }

  /// An element of a tuple.
  package struct TupleElement: Hashable, Sendable {
    package var label: String?
    package var type: SwiftType
    /// Only in the list of a function's parameters.
    var modifiers: ParameterModifiers = []
  }

  /// How a reference is kept.
  package enum Ownership: Hashable, Sendable { case weak, unowned, unmanaged }

  /// What stands before the type of a parameter.
  package struct ParameterModifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }
    package static let passedInout = ParameterModifiers(rawValue: 1)
    package static let shared = ParameterModifiers(rawValue: 2)
    package static let owned = ParameterModifiers(rawValue: 4)
    package static let variadic = ParameterModifiers(rawValue: 8)
    package static let isolated = ParameterModifiers(rawValue: 16)
    package static let sending = ParameterModifiers(rawValue: 32)
    package static let noDerivative = ParameterModifiers(rawValue: 64)
    package static let constant = ParameterModifiers(rawValue: 128)
  }

  /// The type of a function.
  package struct FunctionType: Hashable, Sendable {
    package var parameters: [TupleElement] = []
    package var result: SwiftType
    package var convention: Convention = .swift
    package var attributes: Attributes = []
    /// The type of the errors that it throws, where it is not `any Error`.
    package var thrownError: SwiftType?
    package var globalActor: SwiftType?
    /// What kind of derivative it has: 1 forward, 2 reverse, 3 normal, 4 linear; 0 for none.
    package var differentiability: UInt8 = 0

    /// How it is called, and how its value is laid out.
    package enum Convention: Hashable, Sendable {
      /// A pointer to code, and one to what it captures.
      case swift
      /// An object of the C family's.
      case block
      /// A pointer to Swift code.
      case thin
      /// A pointer to C code.
      case c
    }

    /// What else is said of it.
    package struct Attributes: OptionSet, Hashable, Sendable {
      package let rawValue: UInt16
      package init(rawValue: UInt16) { self.rawValue = rawValue }
      package static let `throws` = Attributes(rawValue: 1)
      package static let async = Attributes(rawValue: 2)
      package static let sendable = Attributes(rawValue: 4)
      package static let isolatedAny = Attributes(rawValue: 8)
      package static let nonisolatedNonsending = Attributes(rawValue: 16)
      package static let sendingResult = Attributes(rawValue: 32)
    }
  }

  /// A type that stands for every type that meets constraints.
  package struct ExistentialType: Hashable, Sendable {
    package var protocols: [ProtocolReference] = []
    package var superclass: SwiftType?
    /// Whether it says `AnyObject` itself.
    package var saysAnyObject = false
    package var requirements: [Requirement] = []
  }

  /// A protocol.
  package enum ProtocolReference: Hashable, Sendable {
    /// The address of its descriptor.
    case declared(UInt64)
    /// The qualified name of one that has no descriptor in the process, as those have that exist for the compiler only.
    case undeclared(String)
  }

  /// What is required of a type.
  package enum Requirement: Hashable, Sendable {
    case sameType(SwiftType, SwiftType)
    case conformance(SwiftType, ProtocolReference)
    case superclass(SwiftType, SwiftType)
    /// That a type need not conform to a protocol that all others conform to: 0 for `Copyable`, 1 for `Escapable`.
    case inverse(SwiftType, Int)
    /// One that has no bearing on names and layouts.
    case other
  }
}
