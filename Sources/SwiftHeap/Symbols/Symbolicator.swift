package import HeapModel

/// Names the functions and lines of a process's code addresses.
///
/// It reads the files of the images: their tables of symbols, and debug information where they have it. A file that was
/// replaced since, or is stripped, leaves a name such as `server+0x1a2b`.
package final class Symbolicator {
  package typealias Frame = AllocationSite.Frame

  /// A call, and whether it is none of the program's.
  struct Call {
    var frame: Frame
    /// Whether it is of the allocator, the Swift runtime, or the standard library.
    var isOfRuntime: Bool
  }

  private let images: [ExecutableImage]
  private let findsLines: Bool
  private var functions: [Int: FunctionTable] = [:]
  private var known: [UInt64: [Call]] = [:]
  private var names: [UInt64: (name: String, isOfRuntime: Bool)] = [:]

  /// Makes a symbolicator.
  ///
  /// - Parameters:
  ///   - images: the images of the process.
  ///   - findsLines: whether files and lines are looked up, which reads debug information.
  package init(images: [ExecutableImage], findsLines: Bool = true) {
    self.images = images.sorted { $0.range.lowerBound < $1.range.lowerBound }
    self.findsLines = findsLines
  }

  /// The calls that end at a return address: the function, and before it those that the compiler put into it there.
  ///
  /// - Returns: innermost first; one call at least.
  /// - Complexity: O(log *n*) in the number of functions once ``lookUp(returnAddresses:)`` was given the address.
  package func frames(at returnAddress: UInt64) -> [Frame] {
    calls(at: returnAddress).map(\.frame)
  }

  func calls(at returnAddress: UInt64) -> [Call] {
    if let known = known[returnAddress] { return known }
    lookUp(returnAddresses: CollectionOfOne(returnAddress))
    return known[returnAddress] ?? []
  }

  /// Looks up many return addresses at once.
  ///
  /// - Complexity: O(*n* log *n*) in the addresses, and in the size of the tables of the images that they are in, which
  ///   are gone through once.
  ///
  /// - Parameters:
  ///   - returnAddresses: the addresses.
  ///   - findsLines: whether files and lines are looked up; as the symbolicator was made, where `nil`.
  package func lookUp(returnAddresses: some Collection<UInt64>, findsLines: Bool? = nil) {
    var wanted: [Int: [UInt64]] = [:]
    for address in returnAddresses where known[address] == nil {
      // A call may be a function's last instruction: what returns there is behind it.
      guard let image = imageNumber(of: address &- 1) else {
        known[address] = [Call(frame: Frame(function: Self.hexadecimal(address)), isOfRuntime: false)]
        continue
      }
      wanted[image, default: []].append(address)
    }
    for (number, addresses) in wanted {
      lookUp(addresses.sorted(), in: number, findsLines: findsLines ?? self.findsLines)
    }
  }

  private func lookUp(_ addresses: [UInt64], in number: Int, findsLines: Bool) {
    let image = images[number]
    if functions[number] == nil { functions[number] = FunctionTable(of: image) }
    let places = addresses.map { $0 &- 1 &- image.bias }
    var answers: [DebugInformation.Answer]?
    if findsLines, let sections = DebugSections(of: image) {
      let table = functions[number]
      answers =
        DebugInformation(of: places, in: sections) { table?.function(at: $0)?.start }.answers
    }
    for (position, address) in addresses.enumerated() {
      known[address] = calls(at: places[position], in: number, answers?[position])
    }
  }

  /// The calls at an address of a file, innermost first.
  private func calls(at place: UInt64, in number: Int, _ answer: DebugInformation.Answer?) -> [Call] {
    let (name, isOfRuntime) = functionName(at: place, in: number)
    var calls: [Call] = []
    // A line is of the innermost function; each outer one has that of its call.
    var line = answer?.line
    for inlined in answer?.inlined.reversed() ?? [] {
      let function = FunctionName(symbol: inlined.symbol)
      let isOfRuntime = RuntimeFunctions.isRuntime(function, symbol: inlined.symbol, image: "")
      calls.append(Call(frame: Self.frame(function.text, line), isOfRuntime: isOfRuntime))
      line = inlined.caller
    }
    calls.append(Call(frame: Self.frame(name, line), isOfRuntime: isOfRuntime))
    return calls
  }

  private static func frame(_ name: String, _ line: DebugInformation.Line?) -> Frame {
    Frame(function: name, file: line?.file, line: line?.number)
  }

  private func imageNumber(of address: UInt64) -> Int? {
    let number = images.partitioned { $0.range.lowerBound <= address } - 1
    return number >= 0 && images[number].range.contains(address) ? number : nil
  }

  private func functionName(at place: UInt64, in number: Int) -> (name: String, isOfRuntime: Bool) {
    let image = images[number]
    guard let function = functions[number]?.function(at: place),
      let symbol = image.file?.text(function.name)
    else {
      let offset = Self.hexadecimal(place &+ image.bias &- image.range.lowerBound)
      return (
        "\(image.name)+\(offset)", RuntimeFunctions.isRuntime(nil, symbol: "", image: image.name)
      )
    }
    let start = function.start &+ image.bias
    if let name = names[start] { return name }
    let readable = FunctionName(symbol: symbol)
    let name = (
      readable.text, RuntimeFunctions.isRuntime(readable, symbol: symbol, image: image.name)
    )
    names[start] = name
    return name
  }

  private static func hexadecimal(_ address: UInt64) -> String { "0x" + String(address, radix: 16) }
}
