import SwiftHeap

/// The types of this process, as they were when it was frozen.
struct FrozenTypes {
  let image: ProcessImage
  let types: SwiftTypes

  /// Freezes the process; metadata must be there before.
  init() throws {
    let frozen = try FrozenProcess()
    image = try frozen.image()
    types = SwiftTypes(image: image, images: ExecutableImage.all(in: image))
    // What is read while the frozen copy is there is all that there will be.
    for number in image.regions.indices where image.regions[number].isWritable {
      _ = image.contents(ofRegion: number)
    }
  }

  func type(_ type: Any.Type) -> SwiftType? { types.type(metadata: metadataAddress(type)) }
}

/// Where the metadata of a type are.
func metadataAddress(_ type: Any.Type) -> UInt64 {
  UInt64(UInt(bitPattern: unsafeBitCast(type, to: Int.self)))
}
