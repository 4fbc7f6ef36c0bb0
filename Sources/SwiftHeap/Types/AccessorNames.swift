/// The types that images mention by a function that returns their metadata, in place of a mangled name.
///
/// The compiler does so for types that runtimes before a certain version do not know, such as those that cannot be
/// copied. What stands for the name has a symbol, whose name has the type's, as
/// `get_type_metadata 4Main3FooV noncopyable`; an image without symbols does not tell.
struct AccessorNames {
  private let names: [UInt64: [UInt8]]

  init(images: [ExecutableImage]) {
    var names: [UInt64: [UInt8]] = [:]
    for executable in images {
      guard let range = executable.sections["swift5_typeref"], !range.isEmpty else { continue }
      executable.forEachSymbol { address, _, isFunction, name in
        guard !isFunction, range.contains(address), let name = name(), name.hasPrefix(Self.prefix) else {
          return
        }
        names[address] = Array(name.utf8.dropFirst(Self.prefix.utf8.count).prefix { $0 != UInt8(ascii: " ") })
      }
    }
    self.names = names
  }

  private static let prefix = "get_type_metadata "

  /// The mangled name of the type that is meant at an address.
  subscript(address: UInt64) -> [UInt8]? { names[address] }
}
