import HeapGraph
import Testing
import XCTest

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What did not hold, and the picture that shows it.
struct TestFailure {
  /// What is wrong, in words.
  var message: String
  /// The objects that it is about; `nil` where there is nothing to draw.
  var graph: ReferenceGraph?
  /// The picture's name, without what says its format.
  var name: String

  /// Tells the failure to the library whose test runs.
  ///
  /// Swift Testing gets the picture as an attachment. XCTest has attachments on Apple's systems alone: there it is written to
  /// a file, which the message names.
  func record(at location: TestLocation) {
    let drawing = graph.map(Self.drawing)
    if Self.isSwiftTesting {
      var text = message
      if let drawing {
        text += "\npicture: attached as \(name).\(drawing.format)"
        text += "; 'swift test --attachments-path FOLDER' keeps it"
        Attachment.record(
          drawing.text, named: "\(name).\(drawing.format)", sourceLocation: location.sourceLocation)
      }
      Issue.record(Comment(rawValue: text), sourceLocation: location.sourceLocation)
    } else {
      var text = message
      if let drawing { text += "\npicture: " + write(drawing) }
      XCTFail(text, file: location.filePath, line: location.line)
    }
  }

  /// Whether Swift Testing runs the test: a test is under way, or a thread that one started is.
  private static var isSwiftTesting: Bool {
    if Test.current != nil { return true }
    let arguments = CommandLine.arguments
    return zip(arguments, arguments.dropFirst()).contains {
      $0 == "--testing-library" && $1 == "swift-testing"
    }
  }

  /// The picture as SVG, or as DOT text where Graphviz cannot draw it.
  private static func drawing(_ graph: ReferenceGraph) -> (format: String, text: String) {
    (try? graph.svg()).map { ("svg", $0) } ?? ("dot", graph.dot())
  }

  /// Writes the picture into the temporary folder.
  ///
  /// - Returns: where it is, or why it is not.
  private func write(_ drawing: (format: String, text: String)) -> String {
    let file = "heapgraph-\(name)-\(UUID().uuidString).\(drawing.format)"
    let path = FileManager.default.temporaryDirectory.path + "/" + file
    do {
      try Data(drawing.text.utf8).write(to: URL(fileURLWithPath: path))
      return path
    } catch {
      return "not written to \(path): \(error)"
    }
  }
}
