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

  /// Which pages of memory without a file were ever written; others are zero, and would take memory when they are read.
  ///
  /// - Parameters:
  ///   - address: where the first page begins.
  ///   - count: how many pages of 4,096 bytes.
  /// - Returns: `nil` where that cannot be told.
  func writtenPages(from address: UInt64, count: Int) -> [Bool]?
}

extension MemorySource {
  package func writtenPages(from address: UInt64, count: Int) -> [Bool]? { nil }
}

/// Another process, or a frozen copy of this one.
package final class ProcessMemory: MemorySource {
  private let process: pid_t

  /// The process's page table, as pagemap(5) describes it; negative where it cannot be read.
  private let pageMap: Int32

  package init(_ process: pid_t) {
    self.process = process
    pageMap =
      sysconf(Int32(_SC_PAGESIZE)) == 4_096
      ? unsafe open("/proc/\(process)/pagemap", O_RDONLY | O_CLOEXEC) : -1
  }

  deinit { if pageMap >= 0 { close(pageMap) } }

  package func writtenPages(from address: UInt64, count: Int) -> [Bool]? {
    guard pageMap >= 0, count > 0 else { return nil }
    var entries = [UInt64](repeating: 0, count: count)
    let size = count * 8
    let done = unsafe entries.withUnsafeMutableBytes {
      unsafe pread(pageMap, $0.baseAddress, size, off_t(address / 4_096 * 8))
    }
    // In memory or swapped out.
    return done == size ? entries.map { $0 >> 62 != 0 } : nil
  }

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
