extension ObjectSpace {
  /// Makes a tuple of values that lie one behind the other; it takes their references over.
  ///
  /// - Returns: the tuple, owned by the caller, tracked; the values are as they were where this throws.
  package func makeTuple(taking values: some MemoryLocation, count: Int) throws(ObjectError) -> ObjectPointer
  {
    guard count > 0 else { return emptyTuple }
    let tuple = try makeTupleStorage(count: count)
    tuple.copy(8 &* count, bytesFrom: values, to: TupleOffset.items)
    track(tuple)
    return tuple
  }

  /// Makes a list of values that lie one behind the other; it takes their references over.
  ///
  /// - Returns: the list, owned by the caller, tracked; the values are as they were where this throws.
  package func makeList(taking values: some MemoryLocation, count: Int) throws(ObjectError) -> ObjectPointer {
    let list = try makeListStorage(capacity: count)
    if count > 0, let items = list[block: ListOffset.items] {
      items.copy(8 &* count, bytesFrom: values)
      list.itemCount = count
    }
    return list
  }

  /// Appends a value to a list, which takes the reference over also where it throws.
  @inline(__always)
  package func append(taking value: ObjectPointer, to list: ObjectPointer) throws(ObjectError) {
    let count = list.itemCount
    if count < list[integer: ListOffset.allocated], let items = list[block: ListOffset.items] {
      items[object: 8 &* count] = value
      list.itemCount = count &+ 1
      return
    }
    defer { release(value) }
    try append(value, to: list)
  }

  /// The value of a name among a module's variables or, where it is none of them, among the built-in names; borrowed.
  package func globalValue(
    _ name: ObjectPointer, _ globals: ObjectPointer, _ builtins: ObjectPointer
  ) -> ObjectPointer? {
    value(ofString: name, in: globals) ?? value(ofString: name, in: builtins)
  }

  /// The value of an interned name in a dict, borrowed: no code of a program runs.
  package func value(ofName name: ObjectPointer, in dict: ObjectPointer) -> ObjectPointer? {
    value(ofString: name, in: dict)
  }

  // MARK: Places that a machine watches

  /// Where the number stands that counts up whenever a class changes.
  package var classEpochPlace: Block {
    let place = unsafe pinnedState.pointer(to: \.typeEpoch).unsafelyUnwrapped
    return unsafe Block(raw: UnsafeMutableRawPointer(place))
  }

  /// Where the byte stands that says that a collection is due.
  package var collectionRequestPlace: Block {
    let place = unsafe pinnedState.pointer(to: \.collector.isRequested).unsafelyUnwrapped
    return unsafe Block(raw: UnsafeMutableRawPointer(place))
  }

  // MARK: Code, frames and generators of programs

  /// What a compiled block is made of, beside its instructions.
  package struct CodeParts {
    package var name: ObjectPointer
    package var qualifiedName: ObjectPointer
    package var file: ObjectPointer
    package var constants: ObjectPointer
    package var names: ObjectPointer
    package var variableNames: ObjectPointer
    package var variableKinds: [UInt8]
    package var flags: Int32
    package var argumentCount: Int
    package var positionalOnlyCount: Int
    package var keywordOnlyCount: Int
    package var stackSize: Int
    package var firstLine: Int
    package var localCount: Int
    package var cellCount: Int
    package var freeCount: Int
    package var instructionBytes: Int
    /// What the machine keeps of it.
    package var machineData: UInt

    package init(
      name: ObjectPointer, qualifiedName: ObjectPointer, file: ObjectPointer, constants: ObjectPointer,
      names: ObjectPointer, variableNames: ObjectPointer, variableKinds: [UInt8], flags: Int32,
      argumentCount: Int, positionalOnlyCount: Int, keywordOnlyCount: Int, stackSize: Int, firstLine: Int,
      localCount: Int, cellCount: Int, freeCount: Int, instructionBytes: Int, machineData: UInt
    ) {
      self.name = name
      self.qualifiedName = qualifiedName
      self.file = file
      self.constants = constants
      self.names = names
      self.variableNames = variableNames
      self.variableKinds = variableKinds
      self.flags = flags
      self.argumentCount = argumentCount
      self.positionalOnlyCount = positionalOnlyCount
      self.keywordOnlyCount = keywordOnlyCount
      self.stackSize = stackSize
      self.firstLine = firstLine
      self.localCount = localCount
      self.cellCount = cellCount
      self.freeCount = freeCount
      self.instructionBytes = instructionBytes
      self.machineData = machineData
    }
  }

  /// Makes the code object of a compiled block; it counts its parts.
  ///
  /// - Returns: the code, owned by the caller.
  package func makeCode(_ parts: CodeParts) throws(ObjectError) -> ObjectPointer {
    let kinds = try makeBytes(parts.variableKinds)
    let size = CodeOffset.instructions + parts.instructionBytes
    let code: ObjectPointer
    do throws(ObjectError) {
      code = try allocatePlain(type(.code), size: size)
    } catch {
      release(kinds)
      throw error
    }
    code.zero(from: 16, count: size - 16)
    code.itemCount = parts.instructionBytes / 2
    code[object: CodeOffset.constants] = parts.constants.retained()
    code[object: CodeOffset.names] = parts.names.retained()
    code[object: CodeOffset.exceptionTable] = emptyBytes
    code[object: CodeOffset.lineTable] = emptyBytes
    code[object: CodeOffset.variableNames] = parts.variableNames.retained()
    code[object: CodeOffset.variableKinds] = kinds
    code[object: CodeOffset.fileName] = parts.file.retained()
    code[object: CodeOffset.name] = parts.name.retained()
    code[object: CodeOffset.qualifiedName] = parts.qualifiedName.retained()
    code[int32: CodeOffset.flags] = parts.flags
    code[int32: CodeOffset.argumentCount] = Int32(clamping: parts.argumentCount)
    code[int32: CodeOffset.positionalOnlyCount] = Int32(clamping: parts.positionalOnlyCount)
    code[int32: CodeOffset.keywordOnlyCount] = Int32(clamping: parts.keywordOnlyCount)
    code[int32: CodeOffset.stackSize] = Int32(clamping: parts.stackSize)
    code[int32: CodeOffset.firstLine] = Int32(clamping: parts.firstLine)
    code[int32: CodeOffset.variableCount] = Int32(
      clamping: parts.localCount + parts.cellCount + parts.freeCount)
    code[int32: CodeOffset.localCount] = Int32(clamping: parts.localCount)
    code[int32: CodeOffset.cellCount] = Int32(clamping: parts.cellCount)
    code[int32: CodeOffset.freeCount] = Int32(clamping: parts.freeCount)
    code[word: CodeOffset.machineData] = parts.machineData
    return code
  }

  /// Makes the generator of a call that has just begun; it takes over what the call's data hold.
  ///
  /// - Parameters:
  ///   - data: the call's data, which is the caller's to free.
  ///   - variables: how many variables it has.
  ///   - stackSize: how many words its stack may take.
  /// - Returns: the generator, owned by the caller, tracked.
  package func makeGenerator(
    taking data: Block, variables: Int, stackSize: Int
  ) throws(ObjectError) -> ObjectPointer {
    let size = 144 + 8 * (variables + stackSize)
    let generator = try allocateCollected(type(.generator), size: size)
    generator.zero(from: 16, count: size - 16)
    generator.itemCount = 0
    if let function = data[object: FrameDataOffset.function] {
      generator[object: GeneratorOffset.name] = function[object: FunctionOffset.name]?.retained()
      generator[object: GeneratorOffset.qualifiedName] = function[object: FunctionOffset.qualifiedName]?
        .retained()
    }
    generator[byte: GeneratorOffset.frameState] = FrameState.created
    let own = generator.advanced(by: GeneratorOffset.frame)
    own.copy(FrameDataOffset.variables + 8 * variables, bytesFrom: data)
    own[int32: FrameDataOffset.stackTop] = Int32(variables)
    own[word: FrameDataOffset.previous] = 0
    own[byte: FrameDataOffset.owner] = 1
    track(generator)
    return generator
  }

  /// Makes the frame object of a call that is under way, whose data are its machine's.
  ///
  /// - Returns: the frame, owned by the caller; untracked until it owns its data.
  package func makeFrame(of data: Block, variables: Int, stackSize: Int) throws(ObjectError) -> ObjectPointer
  {
    let size = FrameOffset.ownData + FrameDataOffset.variables + 8 * (variables + stackSize)
    let frame = try allocateCollected(type(.frame), size: size)
    frame.zero(from: 16, count: size - 16)
    frame[word: FrameOffset.data] = data.address
    return frame
  }

  /// Lets a frame object take over the data of its call, which has ended.
  ///
  /// - Parameters:
  ///   - frame: the frame.
  ///   - count: how many variables and values of its stack there are.
  ///   - back: the frame of the caller, which the frame counts.
  package func takeData(of frame: ObjectPointer, count: Int, back: ObjectPointer?) {
    guard let data = frame[block: FrameOffset.data] else { return }
    let own = frame.advanced(by: FrameOffset.ownData)
    own.copy(FrameDataOffset.variables + 8 * count, bytesFrom: data)
    own[int32: FrameDataOffset.stackTop] = Int32(count)
    own[word: FrameDataOffset.previous] = 0
    own[word: FrameDataOffset.frameObject] = 0
    own[byte: FrameDataOffset.owner] = 2
    frame[word: FrameOffset.data] = own.address
    frame[object: FrameOffset.back] = back?.retained()
    track(frame)
  }
}
