import SwiftHeap
import Testing

struct PropertyTests {
  @Test func `the properties of structs are where metadata and computation put them`() throws {
    // Types exist once they were used.
    _ = sampleTypes.map { RuntimeLayout($0) }
    let frozen = try FrozenTypes()
    let computed = try FrozenTypes()
    computed.types.ignoresMetadata = true
    var compared = 0
    for type in sampleTypes {
      guard let first = frozen.type(type), let second = computed.type(type) else { continue }
      if let layout = frozen.types.objectLayout(of: first) {
        let other = try #require(computed.types.objectLayout(of: second), "\(type)")
        #expect(layout.properties.map(\.offset) == other.properties.map(\.offset), "\(type)")
        #expect(layout.size == other.size, "\(type)")
        #expect(
          layout.properties.map { $0.type.map { frozen.types.name(of: $0) } }
            == other.properties.map { $0.type.map { computed.types.name(of: $0) } })
        #expect(layout.properties.allSatisfy { $0.type != nil }, "\(type)")
        compared += layout.properties.count
      }
      guard case .properties(let properties)? = frozen.types.layout(of: first)?.parts,
        case .properties(let others)? = computed.types.layout(of: second)?.parts
      else { continue }
      #expect(properties.map(\.offset) == others.map(\.offset), "\(type)")
      #expect(properties.map(\.name) == others.map(\.name), "\(type)")
      #expect(properties.allSatisfy { $0.type != nil }, "\(type)")
      compared += properties.count
    }
    #expect(compared > 250)
  }

  @Test func `a struct's properties have their names, offsets, types and ownership`() throws {
    let frozen = try FrozenTypes()
    let type = try #require(frozen.type(Samples.Mixed.self))
    guard case .properties(let properties)? = frozen.types.layout(of: type)?.parts else {
      Issue.record("no properties")
      return
    }
    typealias Mixed = Samples.Mixed
    let offsets: [Int?] = [
      MemoryLayout<Mixed>.offset(of: \.flag), MemoryLayout<Mixed>.offset(of: \.text),
      MemoryLayout<Mixed>.offset(of: \.number), MemoryLayout<Mixed>.offset(of: \.list),
      MemoryLayout<Mixed>.offset(of: \.optional), MemoryLayout<Mixed>.offset(of: \.next),
    ]
    #expect(properties.prefix(6).map(\.offset) == offsets.compactMap(\.self))
    #expect(
      properties.map { $0.name + ": " + frozen.types.name(of: $0.type!, qualified: false) } == [
        "flag: Bool", "text: String", "number: Int16", "list: Array<Int>", "optional: Optional<Int32>",
        "next: Optional<Node>", "observer: weak Optional<Node>", "owner: unowned Node",
        "raw: unowned(unsafe) Node",
        "action: () -> ()", "any: Any", "plain: Plain", "both: ClassOnly & Plain", "error: Error",
        "type: Any.Type",
        "tuple: (Int8, label: Int64, Bool)",
      ])
    #expect(!properties.contains { !$0.isVariable })
  }

  @Test func `an object's properties are the class's own, and the others are the superclass's`() throws {
    _ = (Samples.Leaf(), Samples.GenericDerived<Int8, String>())
    let frozen = try FrozenTypes()
    let type = try #require(frozen.type(Samples.Leaf.self))
    let layout = try #require(frozen.types.objectLayout(of: type))
    #expect(layout.properties.map(\.name) == ["extra", "$__lazy_storage_$_late"])
    #expect(layout.properties.map(\.offset) == [44, 48])
    #expect(layout.superclass == frozen.type(Samples.Node.self))
    let base = try #require(layout.superclass.flatMap { frozen.types.objectLayout(of: $0) })
    #expect(base.properties.map(\.name) == ["next", "name", "weight"])
    #expect(base.properties.map(\.isVariable) == [true, false, true])
    #expect(base.superclass == nil)

    let generic = try #require(frozen.type(Samples.GenericDerived<Int8, String>.self))
    let above = try #require(frozen.types.objectLayout(of: generic)?.superclass)
    #expect(frozen.types.name(of: above, qualified: false) == "Base<(Int8, String)>")
    let value = try #require(frozen.types.objectLayout(of: above)?.properties.first?.type)
    #expect(frozen.types.name(of: value, qualified: false) == "Optional<(Int8, String)>")
  }

  @Test func `types that cannot be copied have properties as all others`() throws {
    let frozen = try FrozenTypes()
    let type = try #require(frozen.type(Samples.Holder.self))
    let layout = try #require(frozen.types.objectLayout(of: type))
    let names = layout.properties.map { $0.type.map { frozen.types.name(of: $0, qualified: false) } }
    #expect(
      names == [
        "Unique", "UniqueBox<Unique>", "Mutex<Array<Int>>", "Atomic<Int>", "Optional<Unique>", "UniqueChoice",
      ])
    for property in layout.properties {
      let type = try #require(property.type)
      #expect(frozen.types.layout(of: type) != nil, "\(property.name)")
    }
    let unique = try #require(layout.properties[0].type.flatMap { frozen.types.layout(of: $0) })
    #expect(unique.size == MemoryLayout<Samples.Unique>.size)
    let box = try #require(layout.properties[1].type.flatMap { frozen.types.layout(of: $0) })
    #expect(box.size == MemoryLayout<Samples.UniqueBox<Samples.Unique>>.size)
    guard case .properties(let inner) = box.parts else {
      Issue.record("no properties")
      return
    }
    #expect(inner.map(\.offset) == [0, 24])
    let choice = try #require(layout.properties[5].type.flatMap { frozen.types.layout(of: $0) })
    #expect(choice.size == MemoryLayout<Samples.UniqueChoice>.size)
  }
}
