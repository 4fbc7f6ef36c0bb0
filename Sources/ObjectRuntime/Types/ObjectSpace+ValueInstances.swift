extension ObjectSpace {
  /// Makes an instance of a class derived from the type of an integer, with its value.
  func makeIntegerInstance(
    _ type: ObjectPointer, _ value: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let digits = value.digits
    let object = try allocateGeneric(type, items: max(digits.count, 1))
    object[word: IntegerOffset.tag] =
      UInt(digits.count) << 3 | (digits.isEmpty ? 1 : value.isNegativeInteger ? 2 : 0)
    for (index, digit) in digits.enumerated() { object[uint32: IntegerOffset.digits + 4 * index] = digit }
    return object
  }

  /// Makes an instance of a class derived from the type of a string, with its value.
  func makeStringInstance(
    _ type: ObjectPointer, _ value: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let object = try allocateGeneric(type)
    let points = value.codePoints
    // The characters of an instance of a derived class are a block of their own.
    let largest = points.max() ?? 0
    let width = largest < 0x100 ? 1 : largest < 0x10000 ? 2 : 4
    let data: Block
    do throws(ObjectError) {
      data = try allocateBlock((points.count + 1) * width)
    } catch {
      release(object)
      throw error
    }
    object[integer: StringOffset.length] = points.count
    object[integer: StringOffset.hash] = -1
    object[uint32: StringOffset.state] = UInt32(width) << 2 | (largest < 0x80 ? 1 << 6 : 0)
    object[block: StringOffset.data] = data
    for (index, point) in points.enumerated() {
      switch width {
      case 1: data[byte: index] = UInt8(truncatingIfNeeded: point)
      case 2: data[uint16: 2 * index] = UInt16(truncatingIfNeeded: point)
      default: data[uint32: 4 * index] = point
      }
    }
    return object
  }

  /// Makes an instance of a class derived from the type of a bytes object, with its value.
  func makeBytesInstance(
    _ type: ObjectPointer, _ value: ObjectPointer
  ) throws(ObjectError) -> ObjectPointer {
    let bytes = value.byteArray
    let object = try allocateGeneric(type, items: bytes.count)
    object.itemCount = bytes.count
    object[integer: BytesOffset.hash] = -1
    for (index, byte) in bytes.enumerated() { object[byte: BytesOffset.data + index] = byte }
    object[byte: BytesOffset.data + bytes.count] = 0
    return object
  }
}
