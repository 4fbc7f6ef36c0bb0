import Foundation

@testable import PythonProgram

/// A program that fails, what CPython knows of its exceptions, and what it prints.
struct RecordedTraceback {
  var program: String
  var exceptions: [RecordedException]
  var text: String

  /// Reads a record, which `record.py` wrote.
  init(_ record: String) throws {
    let parts = record.components(separatedBy: "===\n")
    program = parts[0]
    exceptions = try JSONDecoder().decode([RecordedException].self, from: Data(parts[1].utf8))
    text = parts[2]
  }

  /// The report of the first exception with those that led to it.
  func report(builtIn: [String]) throws -> ExceptionReport {
    let source = try SourceText(program)
    return ExceptionReport.chain(of: 0) { number in
      let exception = exceptions[number]
      return .init(
        cause: exception.cause, context: exception.context, suppressesContext: exception.suppresses)
    } report: { number in
      exceptions[number].report(in: source, builtIn: builtIn)
    }
  }
}

/// An exception of a recorded program.
struct RecordedException: Decodable {
  var type: String
  var message: String?
  var notes: [String]
  var entries: [Entry]
  var missing: Missing?
  var syntax: Syntax?
  var suppresses: Bool
  var cause: Int?
  var context: Int?

  struct Entry: Decodable {
    var file: String
    var function: String
    var line: Int
    /// The end's line, the column, and the end's column.
    var rest: [Int?]

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      file = try values.decode(String.self)
      function = try values.decode(String.self)
      line = try values.decode(Int.self)
      rest = try (0..<3).map { _ in try values.decode(Int?.self) }
    }

    func entry(in source: SourceText) -> TracebackEntry {
      let start = SourcePosition(line: line, column: rest[1] ?? 0)
      let end = SourcePosition(line: rest[0] ?? line, column: rest[2] ?? 0)
      return TracebackEntry(
        file: file, function: function, range: SourceRange(start, end),
        source: file == "<program>" ? source : nil, hasColumns: rest[1] != nil && rest[2] != nil)
    }
  }

  struct Missing: Decodable {
    var kind: String
    var name: String
    var isOfSelf: Bool
    var names: [String]

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      kind = try values.decode(String.self)
      name = try values.decode(String.self)
      isOfSelf = try values.decode(Bool.self)
      names = try values.decode([String].self)
    }

    func missingName(builtIn: [String]) -> MissingName {
      switch kind {
      case "variable":
        MissingName(.variable(isAttributeOfSelf: isOfSelf), name, candidates: names + builtIn)
      case "attribute": MissingName(.attribute(ofSelf: isOfSelf), name, candidates: names)
      default: MissingName(.imported, name, candidates: names)
      }
    }
  }

  struct Syntax: Decodable {
    var place: SyntaxPlace

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      place = SyntaxPlace(
        file: try values.decode(String?.self), line: try values.decode(Int?.self),
        endLine: try values.decode(Int?.self), text: try values.decode(String?.self),
        offset: try values.decode(Int?.self), endOffset: try values.decode(Int?.self))
    }
  }

  func report(in source: SourceText, builtIn: [String]) -> ExceptionReport {
    ExceptionReport(
      typeName: type, message: message, notes: notes, entries: entries.map { $0.entry(in: source) },
      syntax: syntax?.place, missingName: missing?.missingName(builtIn: builtIn))
  }
}
