import SwiftHeap
import Testing

struct MangledNameTests {
  @Test func `the mangled names that the runtime writes are read as the types that they are of`() throws {
    let named = sampleTypes.compactMap { type in _mangledTypeName(type).map { (type, $0) } }
    #expect(named.count > 150)
    let frozen = try FrozenTypes()
    for (type, name) in named {
      // The names of private and local types are not for others to read.
      guard !name.contains("XZ") else { continue }
      let parsed = frozen.types.type(mangledText: name)
      #expect(parsed != nil, "\(name)")
      #expect(parsed == frozen.type(type), "\(name) \(parsed.map { frozen.types.name(of: $0) } ?? "")")
    }
  }

  private static let rules: [(String, String?)] = [
    ("Sit", nil), ("", nil), ("Si", "Swift.Int"), ("SiSg", "Swift.Optional<Swift.Int>"),
    ("SaySSG", "Swift.Array<Swift.String>"), ("SDySSSiG", "Swift.Dictionary<Swift.String, Swift.Int>"),
    ("yyc", "() -> ()"), ("S2ic", "(Swift.Int) -> Swift.Int"),
    ("S2iXC", "@convention(c) (Swift.Int) -> Swift.Int"),
    ("SiSi_SStYaKc", "(Swift.Int, Swift.String) async throws -> Swift.Int"),
    ("yypXf", "@convention(thin) (Any) -> ()"), ("yXlXp", "Swift.AnyObject.Type"), ("yp", "Any"),
    ("ypXp", "Any.Type"),
    ("Sim", "Swift.Int.Type"), ("ypm", "Any.Protocol"), ("Si_SSt", "(Swift.Int, Swift.String)"),
    ("Si1a_SS1btd", nil), ("Si1a_SS1bt", "(a: Swift.Int, b: Swift.String)"), ("s5Error_p", "Swift.Error"),
    ("SH_p", "Swift.Hashable"), ("SH_Sep", "Swift.Hashable & Swift.Decodable"), ("Bi64_", "Builtin.Int64"),
    ("Bf80_", "Builtin.FPIEEE80"), ("Bi8_Bv16_", "Builtin.Vec16xInt8"), ("Bo", "Builtin.NativeObject"),
    ("x", "A"), ("q_", "B"), ("q0_", "C"), ("qd__", "A1"), ("qd_0_", "B1"), ("x_q_t", "(A, B)"),
    ("xSg", "Swift.Optional<A>"), ("SayxG", "Swift.Array<A>"), ("7ElementQz", "A.Element"),
    ("7ElementSTQz", "A.Swift.Sequence.Element"), ("4Main3FooV", "Main.Foo"),
    ("4Main3FooV3BarC", "Main.Foo.Bar"),
    ("4Main3FooVySiG", "Main.Foo<Swift.Int>"), ("4Main7FooThisV0cB4ThatV", "Main.FooThis.ThisFooThat"),
    ("4Main0A0V", "Main.Main"), ("4Main3FooV_AbCt", nil), ("4Main3FooV_ACt", "(Main.Foo, Main.Foo)"),
    ("4Main3FooV_A2Ct", "(Main.Foo, Main.Foo, Main.Foo)"), ("So8timespecV", "__C.timespec"),
    ("4Main0019vergenza_sJG5jcaVV", nil), ("SiXw", "weak Swift.Int"), ("SiXo", "unowned Swift.Int"),
    ("SiXu", "unowned(unsafe) Swift.Int"), ("Si_Xx", "{ Swift.Int }"), ("SiXb", "{ Swift.Int }"),
    ("$2_SiBV", "Builtin.FixedArray<3, Swift.Int>"), ("$n4_", "-5"),
    ("Si_SSQP", "Pack{Swift.Int, Swift.String}"),
    ("yQP", "Pack{}"), ("ScA_p", "Swift.Actor"), ("ScTyS2_s5NeverOG", nil),
    ("ScTySis5NeverOG", "Swift.Task<Swift.Int, Swift.Never>"),
    ("yyYbc", "@Sendable () -> ()"), ("yyScMYcc", "@Swift.MainActor () -> ()"), ("Siz_ypdtcy", nil),
    ("ySiz_ypdtc", "(inout Swift.Int, Any...) -> ()"), ("ySihc", "(__shared Swift.Int) -> ()"),
    ("ySinYuc", "(sending __owned Swift.Int) -> ()"), ("SiyYAc", "@isolated(any) () -> Swift.Int"),
    ("SiyYTc", "() -> sending Swift.Int"), ("Siys5ErrorOYKc", "() throws(Swift.Error) -> Swift.Int"),
    ("ytIegr_", "() -> ()"), ("S2iIegyd_", "(Swift.Int) -> Swift.Int"), ("Ieg_", "() -> ()"),
    ("SSs5Error_pIegozo_", "() throws -> Swift.String"),
    ("ST_pSi7ElementSTRts_XP", "any Swift.Sequence<Self.Swift.Sequence.Element == Swift.Int>"),
  ]

  @Test func `mangled names are read by the rules`() throws {
    let frozen = try FrozenTypes()
    for (mangled, expected) in Self.rules {
      #expect(
        frozen.types.type(mangledText: mangled).map { frozen.types.name(of: $0) } == expected, "\(mangled)")
    }
  }

  @Test func `all names in the images are read`() throws {
    let frozen = try FrozenTypes()
    var failed: [String] = []
    var count = 0
    for executable in ExecutableImage.all(in: frozen.image) {
      for name in Self.names(in: executable, frozen.image) {
        count += 1
        guard frozen.types.openType(mangledName: name) != nil else {
          failed.append("\(executable.name) \(Self.text(at: name, frozen.image))")
          continue
        }
      }
    }
    #expect(count > 10_000)
    #expect(failed.isEmpty)
  }

  /// The names in the records of fields, captures, associated types and builtin types.
  private static func names(in executable: ExecutableImage, _ image: ProcessImage) -> [UInt64] {
    var result: [UInt64] = []
    if let range = executable.sections["swift5_fieldmd"] {
      var place = range.lowerBound
      while place < range.upperBound, let count = image.load(place + 12, as: UInt32.self) {
        for number in 0..<UInt64(count) {
          if let name = image.relative(place + 16 + 12 * number + 4) { result.append(name) }
        }
        place += 16 + 12 * UInt64(count)
      }
    }
    if let range = executable.sections["swift5_capture"] {
      var place = range.lowerBound
      while place < range.upperBound, let types = image.load(place, as: UInt32.self),
        let sources = image.load(place + 4, as: UInt32.self)
      {
        for number in 0..<UInt64(types) {
          if let name = image.relative(place + 12 + 4 * number) { result.append(name) }
        }
        let start = place + 12 + 4 * UInt64(types)
        for number in 0..<UInt64(sources) {
          if let name = image.relative(start + 8 * number) { result.append(name) }
        }
        place = start + 8 * UInt64(sources)
      }
    }
    if let range = executable.sections["swift5_assocty"] {
      var place = range.lowerBound
      while place < range.upperBound, let count = image.load(place + 8, as: UInt32.self) {
        result += [image.relative(place), image.relative(place + 4)].compactMap(\.self)
        for number in 0..<UInt64(count) {
          if let name = image.relative(place + 16 + 8 * number + 4) { result.append(name) }
        }
        place += 16 + 8 * UInt64(count)
      }
    }
    if let range = executable.sections["swift5_builtin"] {
      for place in stride(from: range.lowerBound, to: range.upperBound, by: 20) {
        if let name = image.relative(place) { result.append(name) }
      }
    }
    return result
  }

  private static func text(at address: UInt64, _ image: ProcessImage) -> String {
    var result = ""
    var place = address
    while let byte = image.load(place, as: UInt8.self), byte != 0, result.count < 200 {
      if byte < 0x20 {
        result += "<\(byte)>"
        place += 5
      } else {
        result.unicodeScalars.append(Unicode.Scalar(byte))
        place += 1
      }
    }
    return result
  }

  @Test func `names that are cut or changed are read or refused`() throws {
    let names = sampleTypes.compactMap { _mangledTypeName($0) }
    let frozen = try FrozenTypes()
    var generator = SplitMix(state: 17)
    let letters = Array("AaBbCcDdEeFfGgHhIiKLlMmnOoPpQqRrSstTuVvXxYyz_0123456789$".utf8)
    var read = 0
    for name in names {
      let bytes = Array(name.utf8)
      for length in 0..<bytes.count {
        if frozen.types.type(mangledText: String(decoding: bytes[..<length], as: UTF8.self)) != nil {
          read += 1
        }
      }
      for _ in 0..<60 {
        var changed = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
          let place = Int.random(in: 0..<changed.count, using: &generator)
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: changed[place] = letters.randomElement(using: &generator)!
          case 1: changed.insert(letters.randomElement(using: &generator)!, at: place)
          default: if changed.count > 1 { changed.remove(at: place) }
          }
        }
        guard let type = frozen.types.type(mangledText: String(decoding: changed, as: UTF8.self)) else {
          continue
        }
        read += 1
        _ = frozen.types.name(of: type)
        _ = frozen.types.layout(of: type)
        _ = frozen.types.objectLayout(of: type)
      }
    }
    #expect(read > 100)
  }
}

/// A generator whose numbers are the same each time.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
    return z ^ z >> 31
  }
}
