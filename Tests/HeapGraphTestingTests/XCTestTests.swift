import HeapGraphTesting
import XCTest

/// The expectations in XCTest.
final class XCTestTests: XCTestCase {
  private var failures: [(text: String, line: Int)]?

  // What is expected to fail is kept here, and all else is a failure as always.
  override func recordFailure(
    withDescription description: String, inFile filePath: String, atLine lineNumber: Int, expected: Bool
  ) {
    if failures != nil {
      failures?.append((description, lineNumber))
    } else {
      super.recordFailure(
        withDescription: description, inFile: filePath, atLine: lineNumber, expected: expected)
    }
  }

  func testNothingFailsWhereNothingLeaks() {
    expectNoLeaks(of: Document.self, Page.self) { XCTAssertEqual(useDocument(), 3) }
    expectDeallocated { Session() }
    expectInstances(of: Page.self, atMost: 0)
  }

  func testALeakIsAFailureThatNamesItsPicture() throws {
    failures = []
    expectNoLeaks(of: Session.self) { leakClosure() }
    let line = #line - 1
    let recorded = failures ?? []
    failures = nil
    XCTAssertEqual(recorded.map(\.line), [line])
    let text = recorded.first?.text ?? ""
    XCTAssertTrue(text.contains("Session.onClose.captured → Session"), text)
    let path = try XCTUnwrap(text.split(separator: "\n").last { $0.hasPrefix("picture: /") })
      .dropFirst("picture: ".count)
    XCTAssertTrue(try String(contentsOfFile: String(path), encoding: .utf8).contains("<svg"), text)
    try FileManager.default.removeItem(atPath: String(path))
  }
}
