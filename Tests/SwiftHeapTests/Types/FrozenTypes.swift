import SwiftHeap

/// The types of this process, as they were when it was frozen.
final class FrozenTypes {
  private let process: FrozenProcess
  let image: ProcessImage
  let types: SwiftTypes

  /// Freezes the process; metadata must be there before.
  init() throws {
    process = try FrozenProcess()
    image = try process.image()
    types = SwiftTypes(image: image, images: ExecutableImage.all(in: image))
  }

  func type(_ type: Any.Type) -> SwiftType? { types.type(metadata: metadataAddress(type)) }
}

/// Where the metadata of a type are.
func metadataAddress(_ type: Any.Type) -> UInt64 {
  UInt64(UInt(bitPattern: unsafeBitCast(type, to: Int.self)))
}
