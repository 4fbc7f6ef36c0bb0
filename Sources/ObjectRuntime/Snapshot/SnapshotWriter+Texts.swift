import HeapModel

extension SnapshotWriter {
  /// The short text that tells an object from its like: data as its `repr`, containers by their count, everything with
  /// a name by that.
  ///
  /// - Complexity: O(*n*) in the text.
  mutating func text(of object: ObjectPointer, _ type: ObjectPointer) -> UInt32 {
    let plan = type.instancePlan
    switch plan.body {
    case .list, .tuple: return itemsText(object.itemCount)
    case .dict: return itemsText(space.dictCount(object))
    case .set: return itemsText(space.setCount(object))
    case .type: return strings.number(of: space.typeName(object))
    case .generator:
      return strings.number(of: object[object: GeneratorOffset.qualifiedName]?.text ?? "")
    case .frame, .weakReference: return frameText(object, plan)
    case .deque: return itemsText(space.dequeCount(object))
    case .record, .cache: return recordText(object, type)
    case .plain, .byteArray: return dataText(object, type)
    }
  }

  private mutating func itemsText(_ count: Int) -> UInt32 { strings.number(ofInteger: count, unit: " items") }

  private mutating func dataText(_ object: ObjectPointer, _ type: ObjectPointer) -> UInt32 {
    if space.isSubtype(type, space.type(.int)) {
      if type == space.type(.bool) {
        return strings.number(of: object == space.trueObject ? "True" : "False")
      }
      if let value = object.integerValue { return strings.number(ofInteger: value) }
      let bits = 30 * object.digitCount
      if bits > 4 * textLimit + 64 {
        let sign = object.isNegativeInteger ? "-" : ""
        return strings.number(of: "\(sign)int of \(bits) bits")
      }
      return cut(space.decimalText(of: object))
    }
    if type == space.type(.string) { return stringText(object) }
    if space.isSubtype(type, space.type(.float)) {
      return strings.number(of: space.floatText(object.doubleValue))
    }
    if space.isHeap(type) { return 0 }
    if type == space.type(.bytes) || type == space.type(.byteArray) {
      return cut(space.describe(object, limit: textLimit + 8))
    }
    if type == space.type(.object) { return 0 }
    return strings.number(of: space.describe(object))
  }

  private mutating func stringText(_ string: ObjectPointer) -> UInt32 {
    let state = StringState(string)
    let length = string.stringLength
    let shown = min(length, textLimit)
    if state.isASCII, isPlain(string, shown) {
      if length > textLimit { markCut() }
      return strings.number(
        ofASCII: string, from: StringOffset.asciiData, count: shown, quote: true)
    }
    return cut(space.describe(string, limit: 4 * textLimit + 8))
  }

  /// Whether characters stand in a `repr` as they are.
  private func isPlain(_ string: ObjectPointer, _ count: Int) -> Bool {
    string.withBytes(at: StringOffset.asciiData, count: count) { bytes in
      for index in bytes.indices {
        let byte = bytes[index]
        if byte < 0x20 || byte == 0x27 || byte == 0x5C || byte == 0x7F { return false }
      }
      return true
    }
  }

  private mutating func recordText(_ object: ObjectPointer, _ type: ObjectPointer) -> UInt32 {
    switch type {
    case space.type(.function): return strings.number(of: object[object: FunctionOffset.name]?.text ?? "")
    case space.type(.method):
      let name = object[object: MethodOffset.function].flatMap { function in
        function.type == space.type(.function) ? function[object: FunctionOffset.name]?.text : nil
      }
      return strings.number(of: (name ?? "method") + " (bound)")
    case space.type(.module): return strings.number(of: space.moduleName(object) ?? "")
    case space.type(.code):
      let name = object[object: CodeOffset.name]?.text ?? ""
      let file = object[object: CodeOffset.fileName]?.text ?? ""
      let line = object[int32: CodeOffset.firstLine]
      return strings.number(of: "\(name) \(Self.lastPart(of: file)):\(line)")
    case space.type(.memberDescriptor), space.type(.attributeDescriptor):
      return strings.number(of: space.attributeName(of: object))
    case space.type(.traceback):
      return placeText(
        object[object: TracebackOffset.frame]?[block: FrameOffset.data]?[object: FrameDataOffset.executable],
        object[int32: TracebackOffset.line])
    case space.type(.range), space.type(.slice): return strings.number(of: space.describe(object))
    default: return 0
    }
  }

  private mutating func frameText(_ object: ObjectPointer, _ plan: TypePlan) -> UInt32 {
    guard plan.body == .frame else { return 0 }
    return placeText(
      object[block: FrameOffset.data]?[object: FrameDataOffset.executable], object[int32: FrameOffset.line])
  }

  private mutating func placeText(_ code: ObjectPointer?, _ line: Int32) -> UInt32 {
    strings.number(of: "\(code?[object: CodeOffset.fileName]?.text ?? ""):\(line)")
  }

  private static func lastPart(of path: String) -> Substring {
    path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  }

  private mutating func cut(_ text: String) -> UInt32 {
    guard text.count > textLimit else { return strings.number(of: text) }
    markCut()
    return strings.number(of: String(text.prefix(textLimit)))
  }

  /// Notes that the text of the object being written is longer than what is kept.
  private mutating func markCut() { flags[flags.count - 1] |= ObjectFlags.textCut.rawValue }
}
