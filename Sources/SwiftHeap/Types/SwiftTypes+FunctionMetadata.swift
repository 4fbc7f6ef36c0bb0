extension SwiftTypes {
  /// Reads the metadata of a function type: `TargetFunctionTypeMetadata` in Swift's `ABI/Metadata.h`.
  func readFunction(_ address: UInt64) -> SwiftType? {
    guard let flags = image.word(address &+ 8),
      let result = image.word(address &+ 16).flatMap({ type(metadata: $0) })
    else { return nil }
    var function = SwiftType.FunctionType(result: result)
    switch flags >> 16 & 0xFF {
    case 1: function.convention = .block
    case 2: function.convention = .thin
    case 3: function.convention = .c
    default: break
    }
    let count = flags & 0xFFFF
    guard count <= 4096 else { return nil }
    var place = address &+ 24
    for _ in 0..<count {
      guard let parameter = image.word(place).flatMap({ type(metadata: $0) }) else { return nil }
      function.parameters.append(SwiftType.TupleElement(label: nil, type: parameter))
      place &+= 8
    }
    if flags & 1 << 25 != 0 {
      for number in 0..<Int(count) {
        guard let flags = image.load(place, as: UInt32.self) else { return nil }
        function.parameters[number].modifiers = Self.modifiers(flags)
        place &+= 4
      }
      place = (place &+ 7) & ~7
    }
    if flags & 1 << 27 != 0 {
      guard let kind = image.word(place) else { return nil }
      function.differentiability = UInt8(truncatingIfNeeded: kind)
      place &+= 8
    }
    if flags & 1 << 28 != 0 {
      guard let actor = image.word(place).flatMap({ type(metadata: $0) }) else { return nil }
      function.globalActor = actor
      place &+= 8
    }
    if flags & 1 << 24 != 0 { function.attributes.insert(.throws) }
    if flags & 1 << 29 != 0 { function.attributes.insert(.async) }
    if flags & 1 << 30 != 0 { function.attributes.insert(.sendable) }
    if flags & 1 << 31 != 0 {
      guard let more = image.load(place, as: UInt32.self) else { return nil }
      place &+= 8
      switch more & 14 {
      case 2: function.attributes.insert(.isolatedAny)
      case 4: function.attributes.insert(.nonisolatedNonsending)
      default: break
      }
      if more & 16 != 0 { function.attributes.insert(.sendingResult) }
      if more & 1 != 0, flags & 1 << 24 != 0 {
        guard let error = image.word(place).flatMap({ type(metadata: $0) }) else { return nil }
        function.thrownError = error
      }
    }
    return type(.function(function))
  }

  private static func modifiers(_ flags: UInt32) -> SwiftType.ParameterModifiers {
    var result: SwiftType.ParameterModifiers = []
    switch flags & 0x7F {
    case 1: result.insert(.passedInout)
    case 2: result.insert(.shared)
    case 3: result.insert(.owned)
    default: break
    }
    if flags & 0x80 != 0 { result.insert(.variadic) }
    if flags & 0x200 != 0 { result.insert(.noDerivative) }
    if flags & 0x400 != 0 { result.insert(.isolated) }
    if flags & 0x800 != 0 { result.insert(.sending) }
    return result
  }
}
