/// The sizes of types that images describe without saying what they consist of: the compiler's own, those of the C
/// family's languages, and enums whose layout the compiler chose.
final class BuiltinDescriptors {
  /// A record of the section `swift5_builtin`.
  struct Record {
    var size: Int
    var alignment: Int
    var stride: Int
    var extraInhabitantCount: Int
    var isBitwiseTakable: Bool
  }

  private var byType: [SwiftType: Record] = [:]
  private var byDescriptor: [UInt64: Record] = [:]
  /// The bits that no payload of an enum uses, as the section `swift5_mpenum` gives them.
  private var masks: [UInt64: [UInt8]] = [:]

  init(images: [ExecutableImage], types: SwiftTypes) {
    let image = types.image
    for executable in images {
      if let range = executable.sections["swift5_builtin"] {
        for place in stride(from: range.lowerBound, to: max(range.upperBound, 20) &- 19, by: 20) {
          guard image.load(place, as: UInt32.self) != nil else { break }
          guard let name = image.relative(place), let type = types.parsedType(mangledName: name, length: nil),
            let size = image.load(place &+ 4, as: UInt32.self),
            let flags = image.load(place &+ 8, as: UInt32.self),
            let stride = image.load(place &+ 12, as: UInt32.self),
            let count = image.load(place &+ 16, as: UInt32.self)
          else { continue }
          let record = Record(
            size: Int(size), alignment: max(Int(flags & 0xFFFF), 1), stride: Int(stride),
            extraInhabitantCount: Int(count), isBitwiseTakable: flags & 0x1_0000 != 0)
          if byType[type] == nil { byType[type] = record }
          if case .nominal(let nominal) = types.structure(of: type), byDescriptor[nominal.descriptor] == nil {
            byDescriptor[nominal.descriptor] = record
          }
        }
      }
      if let range = executable.sections["swift5_mpenum"] { readMasks(range, types) }
    }
  }

  func record(of type: SwiftType) -> Record? { byType[type] }
  func record(ofDescriptor descriptor: UInt64) -> Record? { byDescriptor[descriptor] }
  func spareBits(ofDescriptor descriptor: UInt64) -> [UInt8]? { masks[descriptor] }

  private func readMasks(_ range: Range<UInt64>, _ types: SwiftTypes) {
    let image = types.image
    var place = range.lowerBound
    while place &+ 8 <= range.upperBound {
      guard let flags = image.load(place &+ 4, as: UInt32.self) else { return }
      let start = place
      // Its length is in words, without the name.
      place &+= 4 &+ 4 &* UInt64(max(flags >> 16, 1))
      guard flags & 1 != 0, let bounds = image.load(start &+ 8, as: UInt32.self),
        let name = image.relative(start), let type = types.parsedType(mangledName: name, length: nil),
        case .nominal(let nominal) = types.structure(of: type)
      else { continue }
      let (offset, count) = (Int(bounds >> 16), Int(bounds & 0xFFFF))
      guard let bytes = unsafe image.bytes(at: start &+ 12, count: count) else { continue }
      masks[nominal.descriptor] = unsafe [UInt8](repeating: 0, count: offset) + Array(bytes)
    }
  }

  /// What holds for the compiler's types on every machine with words of 64 bits, for images that do not say.
  static func assumed(_ name: String) -> Record? {
    func integer(_ bits: Int) -> Record {
      let bytes = max((bits + 7) / 8, 1)
      var size = 1
      while size < bytes { size *= 2 }
      let alignment = min(size, 16)
      let unused = bits < 8 * size && bits < 32 ? (1 << min(8 * size, 31)) - (1 << bits) : 0
      return Record(
        size: size, alignment: alignment, stride: size,
        extraInhabitantCount: min(unused, ExtraInhabitants.limit),
        isBitwiseTakable: true)
    }
    switch name {
    case "RawPointer":
      return Record(size: 8, alignment: 8, stride: 8, extraInhabitantCount: 1, isBitwiseTakable: true)
    case "NativeObject", "UnknownObject", "BridgeObject", "Job", "RawUnsafeContinuation":
      return Record(size: 8, alignment: 8, stride: 8, extraInhabitantCount: 4096, isBitwiseTakable: true)
    case "Word": return integer(64)
    case "Executor", "ImplicitActor":
      return Record(size: 16, alignment: 8, stride: 16, extraInhabitantCount: 4096, isBitwiseTakable: true)
    case "DefaultActorStorage", "NonDefaultDistributedActorStorage":
      return Record(size: 96, alignment: 16, stride: 96, extraInhabitantCount: 0, isBitwiseTakable: true)
    case "UnsafeValueBuffer":
      return Record(size: 24, alignment: 8, stride: 24, extraInhabitantCount: 0, isBitwiseTakable: true)
    default: break
    }
    if name.hasPrefix("Int"), let bits = Int(name.dropFirst(3)), bits <= 4096 { return integer(bits) }
    if name.hasPrefix("FPIEEE"), let bits = Int(name.dropFirst(6)), bits <= 128 {
      return integer(bits == 80 ? 128 : bits)
    }
    if name.hasPrefix("Vec"), let cross = name.firstIndex(of: "x"),
      let count = Int(name[name.index(name.startIndex, offsetBy: 3)..<cross]),
      count > 0, count <= 4096, let element = assumed(String(name[name.index(after: cross)...]))
    {
      var size = 1
      while size < element.size * count { size *= 2 }
      return Record(
        size: size, alignment: size, stride: size, extraInhabitantCount: 0, isBitwiseTakable: true)
    }
    return nil
  }
}
