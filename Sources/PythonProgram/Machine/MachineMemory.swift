import ObjectRuntime

extension Block {
  /// Takes memory of the machine's own, zeroed.
  static func allocate(_ size: Int) -> Block {
    let memory = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    unsafe memory.initializeMemory(as: UInt8.self, repeating: 0, count: size)
    return unsafe Block(raw: memory)
  }

  /// Gives memory back that ``allocate(_:)`` took.
  func free() { unsafe raw.deallocate() }
}

extension Opcode {
  /// Whether the machine remembers something at each of these instructions.
  var hasCache: Bool {
    switch self {
    case .loadAttribute, .loadMethod, .storeAttribute, .loadFastLoadAttribute, .call, .loadGlobal: true
    default: false
    }
  }
}
