import HeapModel

/// Looks at objects of known shape as a capture does, and compares what it sees with what is there.
struct LayoutChecks {
  /// A reference that has to be found.
  private struct Expected {
    var part: LayoutPart
    /// How the label of the first reference begins.
    var label: String
    /// The object that it leads to, by its number in the sample.
    var target: Int
    var strength = ReferenceStrength.strong
    /// How many references lie in between.
    var between = 0
    /// What the last reference is labelled with.
    var last: String?
  }

  private static let expected: [Expected] = [
    Expected(part: .properties, label: "inBase", target: 0),
    Expected(part: .properties, label: "object", target: 1),
    Expected(part: .properties, label: "optional", target: 2),
    Expected(part: .properties, label: "pair.object", target: 3),
    Expected(part: .weakReferences, label: "weakly", target: 4, strength: .weak),
    Expected(part: .unownedReferences, label: "unownedly", target: 5, strength: .unowned),
    Expected(part: .unownedReferences, label: "unmanaged", target: 6, strength: .unmanaged),
    Expected(part: .arrays, label: "array", target: 7, between: 1, last: "[0]"),
    Expected(part: .arrays, label: "array", target: 8, between: 1, last: "[1]"),
    Expected(part: .dictionaries, label: "dictionary", target: 9, between: 1, last: LayoutSample.key),
    Expected(part: .sets, label: "set", target: 10, between: 1),
    Expected(part: .enumerations, label: "choice", target: 11),
    Expected(part: .enumerations, label: "otherChoice", target: 12),
    Expected(part: .existentials, label: "any", target: 13),
    Expected(part: .existentials, label: "large", target: 14, between: 1, last: "last"),
    Expected(part: .errors, label: "error", target: 15, between: 1, last: "cause"),
    Expected(part: .closures, label: "closure", target: 16, between: 1),
    Expected(part: .closures, label: "closure", target: 17, between: 1),
    Expected(part: .boxes, label: "boxing", target: 18, between: 2),
  ]

  private let sample: UInt64
  private let targets: [UInt64]
  private let image: ProcessImage
  private let table: BlockTable
  private var reader: ReferenceReader
  private var failures: [LayoutPart: String] = [:]

  /// Looks at this process's sample in a copy of its memory.
  ///
  /// - Parameter reader: reads references, and trusts all of the layouts.
  static func run(in image: ProcessImage, table: BlockTable, reader: ReferenceReader) -> [LayoutCheck] {
    var checks = LayoutChecks(image: image, table: table, reader: reader)
    checks.check()
    return LayoutPart.allCases.map { LayoutCheck(part: $0, failure: checks.failures[$0]) }
  }

  private init(image: ProcessImage, table: BlockTable, reader: ReferenceReader) {
    (self.image, self.table, self.reader) = (image, table, reader)
    sample = LayoutSample.address(of: LayoutSample.shared)
    targets = LayoutSample.shared.targets.map { LayoutSample.address(of: $0) }
  }

  private mutating func check() {
    let missing = ([sample] + targets).count { table.index.block(at: $0) == nil }
    guard missing == 0, let block = table.index.block(at: sample) else {
      failures[.allocator] = "\(missing) of \(targets.count + 1) objects were not found"
      return
    }
    checkObjects(block)
    checkCounts()
    checkText(block)
    for expected in Self.expected where failures[expected.part] == nil {
      if !isFound(expected, from: block) {
        failures[expected.part] = "the object that \(expected.label) holds was not found by its type"
      }
    }
  }

  private mutating func checkObjects(_ block: Int) {
    for (place, name) in [(block, "LayoutSample")]
      + targets.compactMap({ target in
        table.index.block(at: target).map { ($0, "LayoutTarget") }
      })
    {
      let number = table.metadataNumbers[place]
      guard number != BlockTable.plain,
        let type = reader.types.type(metadata: table.metadata[Int(number)].address),
        reader.types.name(of: type) == "SwiftHeap." + name
      else {
        failures[.objects] = "a \(name) was not known for one"
        return
      }
    }
  }

  private mutating func checkCounts() {
    func counts(_ target: Int) -> ReferenceCounts? {
      image.word(targets[target] + 8).flatMap { ReferenceCounts($0, in: image) }
    }
    // The list of targets holds each of them once.
    let expected: [(target: Int, strong: UInt32, unowned: UInt32, weak: UInt32)] = [
      (1, 2, 0, 0), (4, 1, 0, 1), (5, 1, 1, 0), (7, 2, 0, 0), (19, 1, 0, 0),
    ]
    for entry in expected {
      guard let found = counts(entry.target) else {
        failures[.counts] = "the counts of an object could not be read"
        return
      }
      if (found.strong, found.unowned, found.weak) != (entry.strong, entry.unowned, entry.weak) {
        failures[.counts] =
          "\(found.strong) strong, \(found.unowned) unowned and \(found.weak) weak references were counted where there "
          + "are \(entry.strong), \(entry.unowned) and \(entry.weak)"
        return
      }
    }
  }

  private mutating func checkText(_ block: Int) {
    let storage = references(of: block).first { found in
      let number = table.metadataNumbers[found.target]
      guard name(found) == "text", !found.isInferred, number != BlockTable.plain,
        let type = reader.types.type(metadata: table.metadata[Int(number)].address),
        case .text = reader.types.storage(of: type)
      else { return false }
      return true
    }
    let text = storage.flatMap { found -> String? in
      let address = table.addresses[found.target]
      let count = image.word(address + 24).map { Int($0 & 0xFFFF_FFFF_FFFF) } ?? 0
      return unsafe image.bytes(at: address + 32, count: min(count, 1_000)).map {
        unsafe String(decoding: $0, as: UTF8.self)
      }
    }
    if text != LayoutSample.shared.text { failures[.strings] = "the text of a string was not found" }
  }

  private func name(_ found: FoundReference) -> String {
    switch found.label {
    case .none: ""
    case .path(let path): reader.text(of: path)
    case .index(let index): "[\(index)]"
    case .element(let index, let path): "[\(index)].\(reader.text(of: path))"
    case .key(let key): key
    }
  }

  private mutating func references(of block: Int) -> [FoundReference] {
    var found: [FoundReference] = []
    reader.forEachReference(of: block) { found.append($0) }
    return found
  }

  private mutating func isFound(_ expected: Expected, from block: Int) -> Bool {
    let wanted = targets[expected.target]
    // Labels go on with what is in the property: `choice.object`, or `closure.captured`.
    var next = references(of: block).filter {
      let text = name($0)
      return text == expected.label || text.hasPrefix(expected.label + ".")
    }
    for _ in 0..<expected.between {
      if next.contains(where: { table.addresses[$0.target] == wanted }) { break }
      next = next.filter { !$0.isInferred }.flatMap { references(of: $0.target) }
    }
    return next.contains { found in
      !found.isInferred && found.strength == expected.strength && table.addresses[found.target] == wanted
        && (expected.last.map { name(found) == $0 } ?? true)
    }
  }
}
