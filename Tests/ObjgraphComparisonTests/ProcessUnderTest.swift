import Foundation
import GraphOutput
import HeapAnalysis
import HeapFormats
import HeapModel
import ObjectGraph

/// One run of a program under the driver: its heap, and objgraph's pictures of it.
struct ProcessUnderTest {
  /// What objgraph was asked for one picture, in the words of its own parameters.
  struct Question: Decodable {
    enum Function: String, Decodable {
      case references = "show_refs"
      case backReferences = "show_backrefs"
      case chain = "show_chain"
    }
    var function: Function
    /// The name of the DOT file.
    var file: String
    /// Addresses.
    var starts: [UInt64]
    var ignored: [UInt64]
    var chain: [UInt64]
    var forward: Bool?
    var maximumDepth: Int?
    var tooMany: Int?
    var shortNames: Bool?
    var referenceCounts: Bool?
    var excludedTypes: Set<String>?
    var highlightedTypes: Set<String>?

    enum CodingKeys: String, CodingKey {
      case function, file, starts, ignored, chain, forward
      case maximumDepth = "max_depth"
      case tooMany = "too_many"
      case shortNames = "shortnames"
      case referenceCounts = "refcounts"
      case excludedTypes = "excluded_types"
      case highlightedTypes = "highlighted_types"
    }

    var isForward: Bool { function == .references || forward == true }
  }

  private struct Manifest: Decodable {
    var countOffsets: LabelRules.CountOffsets
    var unseen: [[UInt64]]
    var typesWithTexts: Set<String>
    var pictures: [Question]

    enum CodingKeys: String, CodingKey {
      case pictures, unseen
      case typesWithTexts = "types_with_texts"
      case countOffsets = "count_offsets"
    }
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  let folder: URL
  let questions: [Question]
  private let forward: Side
  /// The heap as the collector sees it backwards, its objects in the order in which it lists them: a picture that
  /// leaves holders out keeps the first ones.
  private let backward: Side
  private let countOffsets: LabelRules.CountOffsets
  private let typesWithTexts: Set<String>
  private let backReferences: BackReferences

  /// A heap, and where its objects are.
  private struct Side {
    let heap: HeapSnapshot
    let objects: AddressIndex

    init(_ heap: HeapSnapshot) {
      self.heap = heap
      objects = AddressIndex(heap.columns.addresses)
    }

    func object(_ address: UInt64) throws(Failure) -> ObjectIndex {
      guard let object = objects[address] else {
        throw Failure(description: "the heap has no object at 0x\(String(address, radix: 16))")
      }
      return object
    }

    /// The labels of all references from one object to another that the collector reports.
    func labels(_ ends: Drawing.Ends) -> [String] {
      guard let source = objects[ends.source], let target = objects[ends.target] else { return [] }
      return heap.outgoingReferences(of: source).filter { $0.target == target && $0.isTraced }
        .compactMap { heap.name(of: $0) }
    }
  }

  /// Runs a program, in a folder of its own.
  init(_ program: ComparedProgram, python: PythonEnvironment, asksEverything: Bool, folder: URL) throws {
    self.folder = folder
    let log = folder.appending(path: "messages.txt")
    try Data().write(to: log)
    let process = Process()
    process.executableURL = python.executable
    process.arguments = [
      "-B", ComparedProgram.driver.path, program.file.path, PythonEnvironment.agent.path, folder.path,
      asksEverything ? "full" : "small",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: log)
    try process.run()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let messages = String(decoding: try Data(contentsOf: log), as: UTF8.self)
      throw Failure(
        description:
          "\(python.executable.path) \(program.name).py ended with \(process.terminationStatus); "
          + "the environments are made by 'make test': \(messages)")
    }
    let manifest = try JSONDecoder().decode(
      Manifest.self, from: Data(contentsOf: folder.appending(path: "pictures.json")))
    questions = manifest.pictures
    countOffsets = manifest.countOffsets
    typesWithTexts = program.hasProgramTexts ? manifest.typesWithTexts : []
    let order = try Data(contentsOf: folder.appending(path: "order.bin")).withUnsafeBytes { bytes in
      stride(from: 0, to: bytes.count, by: 8).map {
        UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: $0, as: UInt64.self))
      }
    }
    forward = Side(try HeapSnapshot(contentsOf: folder.appending(path: "process.heap").path))
    backward = Side(forward.heap.renumbered(firstly: order, unseen: manifest.unseen))
    backReferences = BackReferences(of: backward.heap, selection: .traced)
  }

  /// What one of objgraph's pictures and ours do not agree in.
  func differences(_ question: Question) throws -> [String] {
    let text = String(decoding: try Data(contentsOf: folder.appending(path: question.file)), as: UTF8.self)
    let theirs = try Drawing(text, .objgraph)
    var found: [String] = []
    let dot = try dot(question, &found)
    try Data(dot.utf8).write(to: folder.appending(path: "ours-" + question.file))
    var rules = LabelRules(typesWithTexts: typesWithTexts, hasLongNames: question.shortNames == false)
    if question.referenceCounts == true {
      rules.countOffsets = countOffsets
      rules.countOffsets?.held = Drawing.heldByLastEdge(text, isForward: question.isForward)
    }
    if !question.isForward { rules.parallelLabels = backward.labels }
    return found + (try Drawing(dot, .heapGraph)).differences(from: theirs, rules)
  }

  private func dot(_ question: Question, _ found: inout [String]) throws -> String {
    var walk = ReferenceWalk.objgraph(question.isForward ? .forward : .backward)
    walk.maximumDepth = question.maximumDepth ?? walk.maximumDepth
    walk.maximumReferences = question.tooMany ?? walk.maximumReferences
    let side = question.isForward ? forward : backward
    let heap = side.heap
    walk.ignored = Set(question.ignored.compactMap { side.objects[$0] })
    if let excluded = question.excludedTypes {
      walk.filter = { !excluded.contains(heap.type(of: $0).name) }
    }
    if let highlighted = question.highlightedTypes {
      walk.highlight = { highlighted.contains(heap.type(of: $0).name) }
    }
    var style = GraphStyle.classic
    style.showsQualifiedNames = question.shortNames == false
    style.showsReferenceCounts = question.referenceCounts == true
    if question.function == .chain {
      return try chainGraph(question, walk, side, &found).dot(style)
    }
    return try walk.graph(
      from: question.starts.map(side.object), in: heap,
      backReferences: question.isForward ? nil : backReferences
    ).dot(style)
  }

  /// Which of several shortest chains is found depends on the order of the search; so ours has to be as long as
  /// objgraph's, and the picture is of objgraph's.
  private func chainGraph(
    _ question: Question, _ walk: ReferenceWalk, _ side: Side, _ found: inout [String]
  ) throws -> ReferenceGraph {
    let heap = side.heap
    let theirs = try question.chain.map(side.object)
    let start = try side.object(question.chain[question.isForward ? 0 : question.chain.count - 1])
    let goal: ChainGoal =
      question.isForward ? .matching { heap.flags(of: $0).contains(.module) } : .importedModule
    let (ours, same): (ReferenceChain?, ReferenceChain?)
    if question.isForward {
      ours = try heap.shortestChain(from: [start], to: goal, selection: .traced, maxDepth: 20)
      same = try heap.shortestChain(
        from: [start], to: .object(theirs[theirs.count - 1]), selection: .traced,
        ignoring: { !theirs.contains($0) })
    } else {
      ours = try backReferences.shortestChain(to: [start], from: goal, maxDepth: 20)
      same = try backReferences.shortestChain(
        to: [start], from: .object(theirs[0]), ignoring: { !theirs.contains($0) })
    }
    // objgraph's answer to a search that found nothing is the start alone.
    if (ours?.objects.count ?? 1) != theirs.count {
      found.append("shortest chain: objgraph \(theirs.count) objects, ours \(ours?.objects.count ?? 0)")
    }
    guard let same, same.objects == theirs else {
      throw Failure(description: "objgraph's chain is none in our heap")
    }
    return try walk.graph(
      along: [same], in: heap, backReferences: question.isForward ? nil : backReferences)
  }
}
