public import HeapModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension HeapSnapshot {
  /// An instance of this process as an object of the snapshot, to ask who holds it and what it holds.
  ///
  /// ```swift
  /// let heap = try SwiftHeap.capture()
  /// if let object = heap.object(session) { print(heap.referenceCount(of: object) ?? 0) }
  /// ```
  ///
  /// Whoever calls holds the instance, too: its reference count says so, and a root in the caller's frame may.
  ///
  /// - Parameter instance: an instance of any class or actor, made before the snapshot.
  /// - Returns: the object; `nil` where the snapshot is of another process, and where the instance is not in the heap: it
  ///   was made afterwards, lies on a stack, or is a constant of the program.
  /// - Complexity: O(*n*) in the number of objects.
  public func object(_ instance: AnyObject) -> ObjectIndex? {
    guard metadata[HeapMetadata.Key.processIdentifier] == String(getpid()) else { return nil }
    let address = UInt64(UInt(bitPattern: unsafe Unmanaged.passUnretained(instance).toOpaque()))
    let addresses = columns.addresses.span
    guard let position = addresses.indices.first(where: { addresses[$0] == address }) else { return nil }
    let object = ObjectIndex(position)
    // What lay there when the snapshot was taken may have been another object.
    return type(of: object).qualifiedName == _typeName(Swift.type(of: instance), qualified: true)
      ? object : nil
  }
}
