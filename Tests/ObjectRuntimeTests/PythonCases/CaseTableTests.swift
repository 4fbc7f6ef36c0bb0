import Foundation
import Testing

/// The table of cases against the tests that answer them.
struct CaseTableTests {
  @Test func `the table lists just the cases that tests answer, and no case as left out that one answers`()
    throws
  {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    var answered: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    where file.pathExtension == "swift" && file.lastPathComponent != "CaseSupport.swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: #/"(test_[a-z]+\.[A-Za-z]+\.test_[A-Za-z0-9_]+)"/#) {
        answered.insert(String(match.1))
      }
    }
    let table = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    var suite = ""
    var listed: Set<String> = []
    var leftOut: Set<String> = []
    for line in table.split(separator: "\n") {
      if let heading = line.firstMatch(of: #/^## .*?(?:`(test_[a-z]+)`|other suites)/#) {
        suite = heading.1.map { $0 + "." } ?? ""
      }
      guard let row = line.firstMatch(of: #/^\| `([A-Za-z0-9_.]+)` \| (\*left out:\*)?/#) else { continue }
      if row.2 == nil { listed.insert(suite + row.1) } else { leftOut.insert(suite + row.1) }
    }
    #expect(listed == answered)
    #expect(leftOut.isDisjoint(with: answered))
    #expect(listed.count >= 80)
  }
}
