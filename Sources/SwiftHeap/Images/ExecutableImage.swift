/// An executable or library that a process has loaded: an ELF file, as the System V ABI describes it.
package struct ExecutableImage {
  /// Where it was mapped from.
  package let path: String
  /// The addresses that its regions span.
  package let range: Range<UInt64>
  /// What is added to an address in the file to get one in the process.
  package let bias: UInt64
  /// The file; `nil` where it cannot be read any more or is another than what was loaded.
  package let file: MappedFile?
  /// The sections that are loaded, by their names, as addresses in the process.
  package let sections: [String: Range<UInt64>]
  /// The bytes of its build identifier, where it has one.
  package let buildIdentifier: [UInt8]
  /// The sections that are not loaded, by their names, as offsets in the file; those that are compressed left out.
  package let fileSections: [String: Range<UInt64>]
  let symbolTables: [SymbolTable]

  struct SymbolTable {
    var symbols: Range<UInt64>
    var strings: UInt64
    var isDynamic: Bool
  }

  /// A function or variable of an image.
  package struct Symbol {
    package var name: String
    /// Where it is in the process.
    package var address: UInt64
    package var size: UInt64
    package var isFunction: Bool
  }

  /// The file's name without its folders.
  package var name: String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let mark = " (deleted)"
    return name.hasSuffix(mark) ? String(name.dropLast(mark.count)) : name
  }

  /// Finds the images of a process.
  ///
  /// - Parameters:
  ///   - image: the process's memory.
  ///   - root: a folder that stands before paths, such as `/proc/PID/root` for a process in a container.
  package static func all(in image: ProcessImage, root: String = "") -> [ExecutableImage] {
    all(in: image) { MappedFile(path: root + $0) }
  }

  /// Finds the images of a process.
  ///
  /// - Parameters:
  ///   - image: the process's memory.
  ///   - file: hands out the file that was mapped from a path; `nil` where it is not there.
  package static func all(
    in image: ProcessImage, file: (_ path: String) -> MappedFile?
  ) -> [ExecutableImage] {
    var result: [ExecutableImage] = []
    let regions = image.regions
    for mapping in MemoryRegion.mappings(regions) {
      let first = regions[mapping.lowerBound]
      // A file that is only read, as this library reads them, is not loaded.
      guard first.inode != 0, first.fileOffset == 0,
        regions[mapping].contains(where: { $0.permissions.contains(.execute) }),
        image.load(first.range.lowerBound, as: UInt32.self) == Self.magic
      else { continue }
      // Anonymous memory behind the last region is the image's zero-filled data, which belongs to it too.
      let range = first.range.lowerBound..<regions[mapping.upperBound - 1].range.upperBound
      if let loaded = ExecutableImage(
        path: first.name, range: range, in: image, file: file(first.name))
      {
        result.append(loaded)
      }
    }
    return result
  }

  private static let magic: UInt32 = 0x464C_457F

  private struct Segment {
    var type: UInt32
    var offset: UInt64
    var address: UInt64
    var fileSize: UInt64
    var memorySize: UInt64
  }

  private init?(path: String, range: Range<UInt64>, in image: ProcessImage, file: MappedFile?) {
    let base = range.lowerBound
    // 64 bits, little-endian.
    guard image.load(base + 4, as: UInt16.self) == 0x0102,
      let headerOffset = image.word(base + 32), let headerSize = image.load(base + 54, as: UInt16.self),
      let headerCount = image.load(base + 56, as: UInt16.self)
    else { return nil }
    var segments: [Segment] = []
    for number in 0..<UInt64(headerCount) {
      let place = base &+ headerOffset &+ number &* UInt64(headerSize)
      guard let type = image.load(place, as: UInt32.self), let offset = image.word(place &+ 8),
        let address = image.word(place &+ 16), let fileSize = image.word(place &+ 32),
        let memorySize = image.word(place &+ 40)
      else { return nil }
      segments.append(
        Segment(type: type, offset: offset, address: address, fileSize: fileSize, memorySize: memorySize))
    }
    let loaded = segments.filter { $0.type == 1 }
    guard let first = loaded.first(where: { $0.offset == 0 }) ?? loaded.first else { return nil }
    let bias = base &- (first.address &- first.offset)
    self.path = path
    self.bias = bias
    let end = loaded.map { ($0.address &+ $0.memorySize &+ bias) }.max() ?? range.upperBound
    let isMapped = end > range.upperBound && image.regionNumber(of: end - 1) != nil
    self.range = base..<(isMapped ? end : range.upperBound)
    buildIdentifier = Self.buildIdentifier(segments.filter { $0.type == 4 }, bias, image)

    // One that has more symbols than the one that ran is of use too.
    guard let file,
      Self.isSame(file, base, image)
        || !buildIdentifier.isEmpty
          && ModuleIdentity({ file.copy(at: $0, count: $1) })?.buildIdentifier == buildIdentifier
    else {
      self.file = nil
      sections = [:]
      fileSections = [:]
      symbolTables = []
      return
    }
    self.file = file
    (sections, fileSections, symbolTables) = Self.sections(of: file, bias: bias, in: self.range)
  }

  /// Whether a file begins as what was loaded; one that was replaced has other tables.
  private static func isSame(_ file: MappedFile, _ base: UInt64, _ image: ProcessImage) -> Bool {
    stride(from: UInt64(0), to: 64, by: 8).allSatisfy {
      file.load($0, as: UInt64.self) == image.word(base + $0)
    }
  }

  private static func buildIdentifier(_ notes: [Segment], _ bias: UInt64, _ image: ProcessImage) -> [UInt8] {
    for segment in notes where segment.memorySize <= 1 << 20 {
      if let bytes = unsafe image.bytes(at: segment.address &+ bias, count: Int(segment.memorySize)),
        let identifier = unsafe ModuleIdentity.buildIdentifier(in: Array(bytes))
      {
        return identifier
      }
    }
    return []
  }

  private static func sections(
    of file: MappedFile, bias: UInt64, in range: Range<UInt64>
  ) -> (sections: [String: Range<UInt64>], fileSections: [String: Range<UInt64>], tables: [SymbolTable]) {
    guard let tableOffset = file.load(40, as: UInt64.self), tableOffset > 0,
      let size = file.load(58, as: UInt16.self), let count = file.load(60, as: UInt16.self),
      let namesNumber = file.load(62, as: UInt16.self)
    else { return ([:], [:], []) }
    func header(_ number: Int) -> UInt64 { tableOffset &+ UInt64(number) &* UInt64(size) }
    guard let names = file.load(header(Int(namesNumber)) &+ 24, as: UInt64.self) else {
      return ([:], [:], [])
    }
    var sections: [String: Range<UInt64>] = [:]
    var fileSections: [String: Range<UInt64>] = [:]
    var tables: [SymbolTable] = []
    for number in 0..<Int(count) {
      let place = header(number)
      guard let nameOffset = file.load(place, as: UInt32.self),
        let type = file.load(place &+ 4, as: UInt32.self),
        let flags = file.load(place &+ 8, as: UInt64.self),
        let address = file.load(place &+ 16, as: UInt64.self),
        let offset = file.load(place &+ 24, as: UInt64.self),
        let length = file.load(place &+ 32, as: UInt64.self),
        let link = file.load(place &+ 40, as: UInt32.self),
        // What ends before it begins is damaged.
        address &+ bias <= address &+ bias &+ length, offset <= offset &+ length
      else { continue }
      if flags & 2 != 0, let name = file.text(names &+ UInt64(nameOffset)) {
        let section = address &+ bias..<address &+ bias &+ length
        if section.clamped(to: range) == section { sections[name] = section }
      }
      // Neither loaded (2) nor compressed (0x800), and not without contents.
      if flags & 0x802 == 0, type != 8, offset <= UInt64(file.count), length <= UInt64(file.count) - offset,
        let name = file.text(names &+ UInt64(nameOffset))
      {
        fileSections[name] = offset..<offset + length
      }
      if type == 2 || type == 11, let strings = file.load(header(Int(link)) &+ 24, as: UInt64.self) {
        let table = (offset..<offset &+ length).clamped(to: 0..<UInt64(file.count))
        tables.append(SymbolTable(symbols: table, strings: strings, isDynamic: type == 11))
      }
    }
    return (sections, fileSections, tables)
  }

  /// Whether the file has all symbols, and not only those that other images need.
  var hasAllSymbols: Bool { symbolTables.contains { !$0.isDynamic } }

  /// Goes through the functions and variables that the image defines: those of the whole table where there is one, else
  /// those that it exports.
  ///
  /// - Parameter body: is given each symbol; its name only if it asks for it.
  /// - Complexity: O(*n*) in the number of symbols.
  package func forEachSymbol(
    _ body: (_ address: UInt64, _ size: UInt64, _ isFunction: Bool, _ name: () -> String?) -> Void
  ) {
    guard let file, let table = symbolTables.first(where: { !$0.isDynamic }) ?? symbolTables.first else {
      return
    }
    var place = table.symbols.lowerBound
    while place < table.symbols.upperBound, table.symbols.upperBound - place >= 24 {
      defer { place += 24 }
      guard let name = file.load(place, as: UInt32.self),
        let information = file.load(place &+ 4, as: UInt8.self),
        let section = file.load(place + 6, as: UInt16.self),
        let value = file.load(place + 8, as: UInt64.self),
        let size = file.load(place + 16, as: UInt64.self), section != 0
      else { continue }
      let type = information & 15
      guard type == 1 || type == 2 else { continue }
      body(value &+ bias, size, type == 2) { file.text(table.strings &+ UInt64(name)) }
    }
  }

  /// The symbol with a name.
  ///
  /// - Complexity: O(*n*) in the number of symbols.
  package func symbol(named wanted: String) -> Symbol? {
    var found: Symbol?
    forEachSymbol { address, size, isFunction, name in
      guard found == nil, name() == wanted else { return }
      found = Symbol(name: wanted, address: address, size: size, isFunction: isFunction)
    }
    return found
  }
}
