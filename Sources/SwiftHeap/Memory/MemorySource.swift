package import CSwiftHeap

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where the bytes of a process that stands still come from.
package protocol MemorySource: AnyObject {
  /// Reads bytes.
  ///
  /// - Returns: how many could be read, from the first on.
  func read(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer) -> Int
}

/// Another process, or a frozen copy of this one.
package final class ProcessMemory: MemorySource {
  private let process: pid_t

  package init(_ process: pid_t) { self.process = process }

  package func read(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    var done = 0
    while done < buffer.count {
      let count = unsafe heapgraph_read_process(
        process, address + UInt64(done), buffer.baseAddress! + done, buffer.count - done)
      if count <= 0 { break }
      done += count
    }
    return done
  }
}

/// A frozen copy of this process, read through its own pipe where the system does not let it be read otherwise.
@safe
package final class PipedMemory: MemorySource {
  private let copy: heapgraph_frozen_copy

  package init(_ copy: heapgraph_frozen_copy) { unsafe self.copy = copy }

  package func read(_ address: UInt64, into buffer: UnsafeMutableRawBufferPointer) -> Int {
    let count = unsafe withUnsafePointer(to: copy) { copy in
      unsafe heapgraph_read_through_pipe(copy, address, buffer.baseAddress!, buffer.count)
    }
    return max(count, 0)
  }
}
