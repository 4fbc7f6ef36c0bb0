/// Names files that people hand in by mistake, by how they begin.
enum ForeignFile {
  private static let beginnings: [(bytes: [UInt8], name: String)] = [
    (Array("JAVA PROFILE".utf8), "a JVM heap dump"),
    (Array("{\"snapshot\"".utf8), "a V8 heap snapshot"),
    ([0x7F] + Array("ELF".utf8), "a program or a core file"),
    ([0x89] + Array("PNG".utf8), "a PNG picture"),
    (Array("%PDF".utf8), "a PDF document"),
    (Array("digraph".utf8), "a DOT graph"),
    (Array("<svg".utf8), "an SVG picture"),
    (Array("<?xml".utf8), "an XML document"),
    (Array("PK\u{3}\u{4}".utf8), "a ZIP archive"),
    ([0x28, 0xB5, 0x2F, 0xFD], "data compressed with zstd"),
    ([0xFD] + Array("7zXZ".utf8), "data compressed with xz"),
    (Array("BZh".utf8), "data compressed with bzip2"),
    (Array("{".utf8), "JSON"),
    (Array("[".utf8), "JSON"),
    (Array("#!".utf8), "a script"),
  ]

  static func name(startingWith bytes: [UInt8]) -> String? {
    if let known = beginnings.first(where: { bytes.starts(with: $0.bytes) }) { return known.name }
    let isText = bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    return isText ? "a text file" : nil
  }
}
