/// A block of a program in which names are bound: what is known of each name there.
final class Scope {
  enum Kind: Hashable {
    case module, `class`, function, lambda, generatorExpression
    /// A list, set or dict comprehension: its variables are its own, its code is its surroundings'.
    case comprehension
  }

  /// Where a name's value lies.
  enum Place {
    /// A local variable of a function.
    case local
    /// A local variable that inner functions share.
    case cell
    /// A variable of an outer function.
    case free
    case global
    /// A name that no block binds: global, or built in.
    case unbound
    /// A name of a module's or class's namespace.
    case name
  }

  struct Uses: OptionSet {
    let rawValue: UInt8
    static let bound = Uses(rawValue: 1)
    static let parameter = Uses(rawValue: 2)
    static let global = Uses(rawValue: 4)
    static let nonlocal = Uses(rawValue: 8)
    static let read = Uses(rawValue: 16)
  }

  struct Key: Hashable {
    var start: SourcePosition
    var kind: Kind
  }

  let kind: Kind
  let name: String
  private(set) weak var parent: Scope?
  private(set) var children: [Scope] = []
  private var childrenByKey: [Key: Scope] = [:]
  private(set) var uses: [String: Uses] = [:]
  private(set) var places: [String: Place] = [:]
  /// Names that this block hands from an outer function on to inner ones.
  private(set) var free: Set<String> = []
  private(set) var cells: Set<String> = []
  var isGenerator = false
  /// Of a class: its name without leading underscores, as private names have it.
  let privateName: String?

  init(_ kind: Kind, name: String, parent: Scope?) {
    self.kind = kind
    self.name = name
    self.parent = parent
    privateName = kind == .class ? name : parent?.privateName
  }

  /// Whether the block is a function's, or is run as one.
  var isFunction: Bool { kind != .module && kind != .class }

  /// The block of the whole program.
  var module: Scope {
    var scope = self
    while let outer = scope.parent { scope = outer }
    return scope
  }

  func addChild(_ kind: Kind, name: String, at start: SourcePosition) -> Scope {
    let child = Scope(kind, name: name, parent: self)
    children.append(child)
    childrenByKey[Key(start: start, kind: kind)] = child
    return child
  }

  /// The inner block of a kind that begins somewhere.
  func child(_ kind: Kind, at start: SourcePosition) -> Scope {
    guard let child = childrenByKey[Key(start: start, kind: kind)] else {
      preconditionFailure("Every block was seen when names were resolved.")
    }
    return child
  }

  func note(_ name: String, _ use: Uses) { uses[name, default: []].formUnion(use) }

  /// A name as it is known inside classes: private ones have the class's name before them.
  func mangled(_ name: String) -> String { Self.mangled(name, in: privateName) }

  static func mangled(_ name: String, in privateName: String?) -> String {
    guard let privateName, name.hasPrefix("__"), !name.hasSuffix("__"), !name.contains(".") else {
      return name
    }
    let stripped = privateName.drop { $0 == "_" }
    return stripped.isEmpty ? name : "_\(stripped)\(name)"
  }

  // MARK: Resolving

  /// Decides for each name of this block and the inner ones where its value lies.
  ///
  /// - Parameters:
  ///   - bound: the names that functions around bind.
  func resolve(bound: Set<String> = []) {
    var visible = bound
    for (name, use) in uses {
      if use.contains(.global) {
        places[name] = .global
        visible.remove(name)
      } else if use.contains(.nonlocal) {
        places[name] = .free
      } else if !use.isDisjoint(with: [.bound, .parameter]) {
        places[name] = isFunction ? .local : .name
        if isFunction { visible.insert(name) }
      } else if bound.contains(name) {
        places[name] = .free
      } else {
        places[name] = isFunction ? .unbound : .name
      }
    }
    if kind == .class { visible.insert("__class__") }
    for child in children { child.resolve(bound: visible) }
    for child in children {
      for name in child.free {
        // What an inlined comprehension takes from the function around it needs no cell.
        if places[name] == .local {
          guard child.kind != .comprehension || child.passesOn(name) else { continue }
          places[name] = .cell
          cells.insert(name)
        } else if places[name] != .cell {
          if kind == .class, name == "__class__" {
            cells.insert(name)
          } else {
            free.insert(name)
            // A function that only its comprehensions and functions read a name in hands it on.
            if isFunction, places[name] == nil { places[name] = .free }
          }
        }
      }
    }
    for (name, place) in places where place == .free { free.insert(name) }
  }

  /// Whether a function inside a comprehension takes a name from around it.
  private func passesOn(_ name: String) -> Bool {
    children.contains { $0.free.contains(name) && ($0.kind != .comprehension || $0.passesOn(name)) }
  }
}
