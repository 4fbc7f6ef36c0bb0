/// The functions of an image by their addresses.
struct FunctionTable {
  private var starts: [UInt64] = []
  private var sizes: [UInt64] = []
  /// Where each one's name is in the file.
  private var names: [UInt64] = []

  /// Reads the functions of a file, as its whole table of symbols has them where there is one, else those that it exports.
  ///
  /// - Complexity: O(*n* log *n*) in their number.
  init(of image: ExecutableImage) {
    guard let file = image.file,
      let table = image.symbolTables.first(where: { !$0.isDynamic }) ?? image.symbolTables.first
    else { return }
    var found: [(start: UInt64, size: UInt64, name: UInt64)] = []
    var place = table.symbols.lowerBound
    // A symbol has 24 bytes.
    while place < table.symbols.upperBound, table.symbols.upperBound - place >= 24 {
      defer { place += 24 }
      guard let name = file.load(place, as: UInt32.self),
        let information = file.load(place + 4, as: UInt8.self),
        let section = file.load(place + 6, as: UInt16.self),
        let value = file.load(place + 8, as: UInt64.self),
        let size = file.load(place + 16, as: UInt64.self)
      else { break }
      // Functions, and those that are chosen when the program starts, that the file defines.
      guard information & 15 == 2 || information & 15 == 10, section != 0 else { continue }
      found.append((value, size, table.strings &+ UInt64(name)))
    }
    // Of several names of one function the longest extent, and the first in the file, stand.
    found.sort { ($0.start, $1.size, $0.name) < ($1.start, $0.size, $1.name) }
    for function in found where function.start != starts.last {
      starts.append(function.start)
      sizes.append(function.size)
      names.append(function.name)
    }
  }

  /// The function that an address of the file is in.
  ///
  /// - Returns: where it begins, and where in the file its name is; `nil` where no function is known to reach there.
  /// - Complexity: O(log *n*) in the number of functions.
  func function(at address: UInt64) -> (start: UInt64, name: UInt64)? {
    let number = starts.partitioned { $0 <= address } - 1
    guard number >= 0 else { return nil }
    // Functions written in assembly may have no size.
    guard sizes[number] == 0 || address - starts[number] < sizes[number] else { return nil }
    return (starts[number], names[number])
  }
}
