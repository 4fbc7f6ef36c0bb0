package import HeapModel

/// Objects of random blocks and fields that refer to each other, to themselves and to what is not drawn.
package struct RandomLayouts {
  package let layouts: [ObjectLayout]

  package init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let objectCount = Int.random(in: 1...4, using: &generator)
    let blockCounts = (0..<objectCount).map { _ in Int.random(in: 1...3, using: &generator) }
    func base(_ object: Int, _ block: Int) -> UInt64 {
      0x10_0000 + UInt64(object) * 0x1_0000 + UInt64(block) * 0x1000
    }
    layouts = (0..<objectCount).map { object in
      let blocks = (0..<blockCounts[object]).map { number in
        let count = Int.random(in: 1...12, using: &generator)
        let before = number == 0 ? Int.random(in: 0...count, using: &generator) : 0
        var fields: [MemoryField] = []
        for position in -before..<count - before where Int.random(in: 0..<5, using: &generator) > 0 {
          var reference: FieldReference?
          if Bool.random(using: &generator) {
            let other = Int.random(in: 0..<objectCount, using: &generator)
            let block = Int.random(in: 0..<blockCounts[other], using: &generator)
            let isOutside = Int.random(in: 0..<3, using: &generator) == 0
            reference = FieldReference(
              to: Address(
                rawValue: isOutside
                  ? 0x90_0000 + UInt64.random(in: 0..<4, using: &generator) * 64
                  : base(other, block) &+ UInt64.random(in: 0..<8, using: &generator) * 8),
              typeName: isOutside ? "int" : nil,
              kind: ReferenceKind.allCases.randomElement(using: &generator)!,
              strength: ReferenceStrength.allCases.randomElement(using: &generator)!)
          }
          fields.append(
            MemoryField(
              at: position * 8, size: ByteCount(Int.random(in: 1...8, using: &generator)),
              name: "field \(position)", role: FieldRole.allCases.randomElement(using: &generator)!,
              value: Bool.random(using: &generator) ? "\(position)" : nil, reference: reference))
        }
        let offsets = -before * 8..<(count - before) * 8
        return MemoryBlock(
          title: "block \(number)", address: Address(rawValue: base(object, number)), offsets: offsets,
          allocatedSize: Bool.random(using: &generator) ? ByteCount(offsets.count + 8) : nil, fields: fields)
      }
      return ObjectLayout(
        typeName: "Type\(object)", address: Address(rawValue: base(object, 0)), text: "object \(object)",
        blocks: blocks)
    }
  }
}
