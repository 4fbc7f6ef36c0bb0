import Foundation
import Testing

/// The same process seen by objgraph and by HeapGraph.
///
/// `driver.py` has objgraph draw in the process that is then dumped; here the same questions are asked of the
/// heap, with objgraph's walk and look, and the pictures are compared object by object and reference by
/// reference.
@Suite struct ObjgraphComparisonTests {
  /// A program on one Python, and how much it is asked.
  struct Run: CustomTestStringConvertible, Sendable {
    var program: ComparedProgram
    var python: PythonEnvironment
    /// On the newest Python all questions are asked, else the first few.
    var asksEverything: Bool
    var testDescription: String { "\(program) on \(python)" }
  }

  static let runs: [Run] = {
    let newest = PythonEnvironment.all.last?.version
    // A developer's wider question: HEAPGRAPH_COMPARE=3.8 asks everything of 3.8 as well.
    let wanted = ProcessInfo.processInfo.environment["HEAPGRAPH_COMPARE"]
    return PythonEnvironment.all.flatMap { python in
      ComparedProgram.all.filter { $0.neededVersion <= python.version }.map {
        Run(
          program: $0, python: python,
          asksEverything: python.version == newest || python.version.description == wanted)
      }
    }
  }()

  @Test func `there is a Python with objgraph`() {
    #expect(
      !PythonEnvironment.all.isEmpty,
      "No environment is in \(PythonEnvironment.folder.path); run 'make test', which makes them.")
  }

  @Test func `there are at least 25 programs, and what a Python is too old for is said`() {
    #expect(ComparedProgram.all.count >= 25)
    for python in PythonEnvironment.all {
      for program in ComparedProgram.all where program.neededVersion > python.version {
        print("skipped: \(program) on \(python), since it needs Python \(program.neededVersion)")
      }
    }
  }

  @Test(arguments: runs) func `objgraph and HeapGraph draw the same picture`(_ run: Run) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "objgraph-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let process = try ProcessUnderTest(
      run.program, python: run.python, asksEverything: run.asksEverything, folder: folder)
    print("\(run.testDescription): \(process.questions.count) pictures")
    #expect(!process.questions.isEmpty, "\(run.program) does not say what to draw")
    var areSame = true
    for question in process.questions {
      let differences = try process.differences(question)
      if !differences.isEmpty {
        areSame = false
        let list = differences.prefix(20).joined(separator: "\n  ")
        Issue.record(
          "\(run.testDescription), \(question.file) (\(question.function.rawValue)) in \(folder.path):\n  \(list)"
        )
      }
    }
    // What differs is kept to be looked at.
    if areSame { try FileManager.default.removeItem(at: folder) }
  }
}
