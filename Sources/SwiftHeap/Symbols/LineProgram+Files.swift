extension LineProgram {
  // Damaged counts must not make it try for ever; no program has as many files.
  private static let limit = 1 << 20

  /// The files of versions 2 to 4, which count from 1.
  static func oldFiles(_ cursor: inout DebugCursor, _ directory: String?) -> [String] {
    var directories = [directory ?? ""]
    while !cursor.isDamaged {
      let name = cursor.text()
      if name.isEmpty { break }
      directories.append(path(name, in: directories[0]))
    }
    var files = [""]
    while !cursor.isDamaged {
      let name = cursor.text()
      if name.isEmpty { break }
      let number = Int(clamping: cursor.unsigned())
      _ = cursor.unsigned()
      _ = cursor.unsigned()
      files.append(path(name, in: number < directories.count ? directories[number] : ""))
    }
    return files
  }

  /// The files of version 5, which count from 0 and say themselves how they are written.
  static func files(_ cursor: inout DebugCursor, _ header: Header, _ sections: DebugSections) -> [String] {
    let directories = entries(&cursor, header, sections).map(\.name)
    let absolute = directories.map { path($0, in: directories.first ?? "") }
    return entries(&cursor, header, sections).map { entry in
      path(entry.name, in: entry.directory < absolute.count ? absolute[entry.directory] : "")
    }
  }

  private static func entries(
    _ cursor: inout DebugCursor, _ header: Header, _ sections: DebugSections
  ) -> [(name: String, directory: Int)] {
    var formats: [(content: UInt64, form: DebugForm)] = []
    for _ in 0..<cursor.byte() {
      let content = cursor.unsigned()
      formats.append((content, DebugForm(rawValue: UInt16(clamping: cursor.unsigned()))))
    }
    let encoding = DebugForm.Encoding(
      version: header.version, addressSize: header.addressSize, offsetSize: header.offsetSize)
    let count = cursor.unsigned()
    var result: [(name: String, directory: Int)] = []
    guard !formats.isEmpty, count < limit else { return [] }
    for _ in 0..<count {
      if cursor.isDamaged { break }
      var entry = (name: "", directory: 0)
      for (content, form) in formats {
        switch (content, form.read(&cursor, encoding)) {
        case (1, .text(let offset)): entry.name = sections.text(.line, at: UInt64(offset)) ?? ""
        case (1, .textIn(let section, let offset)): entry.name = sections.text(section, at: offset) ?? ""
        case (2, .number(let number)): entry.directory = Int(clamping: number)
        default: break
        }
      }
      result.append(entry)
    }
    return result
  }

  private static func path(_ name: String, in directory: String) -> String {
    if name.hasPrefix("/") || name.hasPrefix("<") || directory.isEmpty { return name }
    return directory.hasSuffix("/") ? directory + name : directory + "/" + name
  }
}
