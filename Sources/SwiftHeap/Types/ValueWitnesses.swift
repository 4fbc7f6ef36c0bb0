/// What the value witness table of metadata says about the values of a type.
struct ValueWitnesses {
  let size: Int
  let stride: Int
  let alignment: Int
  let extraInhabitantCount: Int
  let isBitwiseTakable: Bool
  /// Whether values are no more than their bytes, so that they hold nothing.
  let isPlain: Bool

  /// - Returns: `nil` where metadata are not complete or make no sense.
  init?(ofMetadata metadata: UInt64, in image: ProcessImage) {
    guard let table = image.word(metadata &- 8), table & 7 == 0, let size = image.word(table &+ 64),
      let stride = image.word(table &+ 72), let flags = image.load(table &+ 80, as: UInt32.self),
      let count = image.load(table &+ 84, as: UInt32.self), flags & 0x40_0000 == 0,
      size <= TypeLayout.limit, stride <= TypeLayout.limit, stride > 0, stride >= size
    else { return nil }
    self.size = Int(size)
    self.stride = Int(stride)
    alignment = Int(flags & 0xFF) + 1
    extraInhabitantCount = Int(count)
    isBitwiseTakable = flags & 0x10_0000 == 0
    isPlain = flags & 0x1_0000 == 0
  }
}
