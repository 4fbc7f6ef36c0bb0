/// Which function each part of a thread's stack belongs to, by the chain of frame pointers that Swift's functions keep.
struct StackFrames {
  /// Where the frames end, ascending: the address behind each one's return address.
  private var ends: [UInt64] = []
  /// The address in the function that each frame is of; 0 for the innermost, whose return address no frame has.
  private var places: [UInt64] = []

  /// The most frames that are followed.
  private static let limit = 512

  /// Follows a thread's frames.
  ///
  /// The frame pointer is that of the thread's registers from which a chain begins; a function of another language may
  /// use the register for something else, and then its caller's chain is found or none.
  ///
  /// - Complexity: O(*n*) in the number of frames.
  init(of thread: FrozenProcess.Thread, in image: ProcessImage) {
    guard let number = image.regionNumber(of: thread.stackPointer) else { return }
    let region = image.regions[number].range
    let stack = max(thread.stackPointer & ~7, region.lowerBound)..<region.upperBound
    let candidates = (thread.registers + [thread.stackPointer]).filter { stack.contains($0) && $0 & 7 == 0 }
    for candidate in candidates.sorted() where Self.isFrame(candidate, in: stack, image) {
      var frame = candidate
      var place: UInt64 = 0
      while ends.count < Self.limit, stack.contains(frame), frame & 7 == 0, let next = image.word(frame),
        let returnAddress = image.word(frame &+ 8)
      {
        ends.append(frame &+ 16)
        places.append(place)
        place = returnAddress
        guard next > frame else { break }
        frame = next
      }
      return
    }
  }

  /// Whether a frame pointer leads to another one, and both to code.
  private static func isFrame(_ frame: UInt64, in stack: Range<UInt64>, _ image: ProcessImage) -> Bool {
    guard let next = image.word(frame), next > frame, stack.contains(next), next & 7 == 0 else {
      return false
    }
    return [frame, next].allSatisfy { frame in
      guard let address = image.word(frame &+ 8), let region = image.regionNumber(of: address) else {
        return false
      }
      return image.regions[region].permissions.contains(.execute)
    }
  }

  /// The return address into the function that has an address of the stack in its frame; `nil` where that is not known.
  ///
  /// - Complexity: O(log *n*) in the number of frames.
  func returnAddress(at address: UInt64) -> UInt64? {
    let frame = ends.partitioned { $0 <= address }
    guard frame < places.count, places[frame] != 0 else { return nil }
    return places[frame]
  }
}
