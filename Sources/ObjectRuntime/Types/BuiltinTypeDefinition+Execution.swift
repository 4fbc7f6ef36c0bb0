import HeapModel

extension BuiltinTypeDefinition {
  /// Functions and what they are made of.
  static func callable(_ type: BuiltinType) -> BuiltinTypeDefinition {
    switch type {
    case .code:
      BuiltinTypeDefinition(
        basicSize: 200, itemSize: 2, flags: 0x1102, body: .record, weakListOffset: CodeOffset.weakReferences,
        fields: [
          .hidden("co_consts", at: CodeOffset.constants), .hidden("co_names", at: CodeOffset.names),
          .hidden("co_exceptiontable", at: CodeOffset.exceptionTable),
          .hidden("co_localsplusnames", at: CodeOffset.variableNames),
          .hidden("co_localspluskinds", at: CodeOffset.variableKinds),
          .hidden("co_filename", at: CodeOffset.fileName), .hidden("co_name", at: CodeOffset.name),
          .hidden("co_qualname", at: CodeOffset.qualifiedName),
          .hidden("co_linetable", at: CodeOffset.lineTable),
          .word("weak references", at: CodeOffset.weakReferences, .weakList),
        ])
    case .function:
      BuiltinTypeDefinition(
        basicSize: 144, flags: 0x2_5902, body: .record, dictOffset: FunctionOffset.attributes,
        weakListOffset: FunctionOffset.weakReferences, fields: functionFields,
        releases: [
          FunctionOffset.globals, FunctionOffset.builtins, FunctionOffset.module, FunctionOffset.defaults,
          FunctionOffset.keywordDefaults, FunctionOffset.documentation, FunctionOffset.attributes,
          FunctionOffset.closure, FunctionOffset.annotations, FunctionOffset.typeParameters,
          FunctionOffset.name, FunctionOffset.qualifiedName, FunctionOffset.code,
        ],
        clears: [
          FunctionOffset.globals, FunctionOffset.builtins, FunctionOffset.module, FunctionOffset.defaults,
          FunctionOffset.keywordDefaults, FunctionOffset.documentation, FunctionOffset.attributes,
          FunctionOffset.closure, FunctionOffset.annotations, FunctionOffset.typeParameters,
        ])
    case .method:
      BuiltinTypeDefinition(
        basicSize: 48, flags: 0x5902, body: .record, weakListOffset: MethodOffset.weakReferences,
        fields: [
          .reference("__func__", at: MethodOffset.function, .attribute),
          .reference("__self__", at: MethodOffset.receiver, .attribute),
          .word("weak references", at: MethodOffset.weakReferences, .weakList),
          .word("vectorcall", at: MethodOffset.vectorcall, .pointer),
        ])
    case .builtinFunction:
      BuiltinTypeDefinition(
        basicSize: 56, flags: 0x5982, body: .record, weakListOffset: 40,
        fields: [
          .word("definition", at: 16, .pointer), .reference("__self__", at: 24, .attribute),
          .reference("__module__", at: 32, .module), .word("weak references", at: 40, .weakList),
          .word("vectorcall", at: 48, .pointer),
        ], releases: [32, 24])
    default:
      BuiltinTypeDefinition(
        basicSize: 48, flags: 0x5182, body: .record,
        fields: [
          .reference("__objclass__", at: 16, .attribute), .hidden("__name__", at: 24),
          .hidden("__qualname__", at: 32),
          .word("definition", at: 40, .pointer),
        ])
    }
  }

  /// Suspended and running calls.
  static func execution(_ type: BuiltinType) -> BuiltinTypeDefinition {
    switch type {
    case .generator:
      BuiltinTypeDefinition(
        basicSize: 144, itemSize: 8, flags: 0x5182, body: .generator,
        weakListOffset: GeneratorOffset.weakReferences,
        fields: [
          .word("weak references", at: GeneratorOffset.weakReferences, .weakList),
          .reference("__name__", at: GeneratorOffset.name, .attribute),
          .reference("__qualname__", at: GeneratorOffset.qualifiedName, .attribute),
          .hidden("exception", at: GeneratorOffset.exceptionState),
          .word("previous exception", at: GeneratorOffset.previousExceptionState, .pointer),
          .hidden("origin", at: GeneratorOffset.origin), .word("state", at: GeneratorOffset.flags, .flags),
        ])
    case .frame:
      BuiltinTypeDefinition(
        basicSize: 136, itemSize: 8, flags: 0x5182, body: .frame,
        fields: [
          .reference("f_back", at: FrameOffset.back, .attribute),
          .word("frame", at: FrameOffset.data, .pointer),
          .reference("f_trace", at: FrameOffset.trace, .attribute),
          .word("f_lineno", at: FrameOffset.line, size: 4),
          .reference("extra locals", at: FrameOffset.extraLocals),
          .reference("locals cache", at: FrameOffset.localsCache),
        ], isPutOff: true, isClearable: true)
    default:
      BuiltinTypeDefinition(
        basicSize: 40, flags: 0x5102, body: .record,
        fields: [
          .reference("tb_next", at: TracebackOffset.next, .attribute),
          .reference("tb_frame", at: TracebackOffset.frame, .attribute),
          .word("tb_lasti", at: TracebackOffset.instruction, size: 4),
          .word("tb_lineno", at: TracebackOffset.line, size: 4),
        ], clears: [TracebackOffset.next, TracebackOffset.frame], isPutOff: true)
    }
  }

  /// The definition of a built-in exception class.
  static func definition(of kind: ExceptionKind) -> BuiltinTypeDefinition {
    var own: [FieldDescription] = []
    let names = ownFields(of: kind)
    for (index, name) in names.enumerated() {
      let offset = ExceptionOffset.own + 8 * index
      own.append(
        name == "start" || name == "end" ? .word(name, at: offset) : .reference(name, at: offset, .attribute))
    }
    let shared: [FieldDescription] = [
      .reference("__dict__", at: ExceptionOffset.attributes, .attributeDictionary),
      .reference("args", at: ExceptionOffset.arguments, .attribute),
      .reference("__notes__", at: ExceptionOffset.notes, .attribute),
      .reference("__traceback__", at: ExceptionOffset.traceback, .attribute),
      .reference("__cause__", at: ExceptionOffset.cause, .attribute),
      .reference("__context__", at: ExceptionOffset.context, .attribute),
    ]
    let flag = FieldDescription.word("suppress context", at: ExceptionOffset.suppressContext, .flags)
    let releases =
      own.filter(\.isReference).map(\.offset) + [
        ExceptionOffset.attributes, ExceptionOffset.arguments, ExceptionOffset.notes,
        ExceptionOffset.traceback,
        ExceptionOffset.cause, ExceptionOffset.context,
      ]
    return BuiltinTypeDefinition(
      basicSize: kind.basicSize, flags: 0x4000_5502, body: .record, dictOffset: ExceptionOffset.attributes,
      fields: own + shared + [flag], releases: releases, clears: releases, isPutOff: true)
  }

  /// The attributes that only some exceptions have, in the order of their words.
  private static func ownFields(of kind: ExceptionKind) -> [String] {
    switch kind {
    case .stopIteration: ["value"]
    case .systemExit: ["code"]
    case .baseExceptionGroup: ["message", "exceptions"]
    case .nameError: ["name"]
    case .attributeError: ["obj", "name"]
    case .importError: ["msg", "name", "path", "name_from"]
    case .osError: ["errno", "strerror", "filename", "filename2"]
    case .syntaxError:
      ["msg", "filename", "lineno", "offset", "end_lineno", "end_offset", "text", "print_file_and_line"]
    case .unicodeDecodeError, .unicodeEncodeError, .unicodeTranslateError:
      ["encoding", "object", "start", "end", "reason"]
    default: kind.base.map { ownFields(of: $0) } ?? []
    }
  }

  private static let functionFields: [FieldDescription] = [
    .reference("__code__", at: FunctionOffset.code, .attribute),
    .reference("__globals__", at: FunctionOffset.globals, .attribute),
    .reference("__builtins__", at: FunctionOffset.builtins, .attribute),
    .reference("__module__", at: FunctionOffset.module, .module),
    .reference("__defaults__", at: FunctionOffset.defaults, .attribute),
    .reference("__kwdefaults__", at: FunctionOffset.keywordDefaults, .attribute),
    .reference("__doc__", at: FunctionOffset.documentation, .attribute),
    .reference("__name__", at: FunctionOffset.name, .attribute),
    .reference("__dict__", at: FunctionOffset.attributes, .attributeDictionary),
    .reference("__closure__", at: FunctionOffset.closure, .attribute),
    .reference("__annotations__", at: FunctionOffset.annotations, .attribute),
    .reference("__type_params__", at: FunctionOffset.typeParameters, .attribute),
    .reference("__qualname__", at: FunctionOffset.qualifiedName, .attribute),
    .word("weak references", at: FunctionOffset.weakReferences, .weakList),
    .word("vectorcall", at: FunctionOffset.vectorcall, .pointer),
    .word("version", at: FunctionOffset.version, size: 4),
  ]

  static let typeFields: [FieldDescription] = [
    .word("size", at: ObjectOffset.size), .word("tp_basicsize", at: TypeOffset.basicSize),
    .word("tp_itemsize", at: TypeOffset.itemSize), .word("tp_flags", at: TypeOffset.flags, .flags),
    .word("plan", at: TypeOffset.plan, .pointer), .word("tp_weaklistoffset", at: TypeOffset.weakListOffset),
    .word("tp_dictoffset", at: TypeOffset.dictOffset),
    .reference("__dict__", at: TypeOffset.dict, .attributeDictionary),
    .reference("tp_cache", at: TypeOffset.cache),
    .reference("__mro__", at: TypeOffset.methodResolutionOrder, .baseClass),
    .reference("__bases__", at: TypeOffset.bases, .baseClass),
    .reference("__base__", at: TypeOffset.base, .baseClass),
    .reference("__module__", at: TypeOffset.module, .module),
    .hidden("__subclasses__", at: TypeOffset.subclasses),
    .word("weak references", at: TypeOffset.weakReferences, .weakList),
    .hidden("__name__", at: TypeOffset.heapName), .hidden("__slots__", at: TypeOffset.heapSlots),
    .hidden("__qualname__", at: TypeOffset.qualifiedName),
    .word("cached keys", at: TypeOffset.cachedKeys, .pointer),
  ]
}

/// Bits of a code object's flags, as CPython's.
@usableFromInline
package enum CodeFlag {
  @inlinable package static var takesAnyPositional: Int32 { 4 }
}

/// The words of a code object that this runtime uses.
@usableFromInline
package enum CodeOffset {
  @inlinable package static var constants: Int { 24 }
  @inlinable package static var names: Int { 32 }
  @inlinable package static var exceptionTable: Int { 40 }
  @inlinable package static var flags: Int { 48 }
  @inlinable package static var argumentCount: Int { 52 }
  @inlinable package static var positionalOnlyCount: Int { 56 }
  @inlinable package static var keywordOnlyCount: Int { 60 }
  @inlinable package static var stackSize: Int { 64 }
  @inlinable package static var firstLine: Int { 68 }
  @inlinable package static var variableCount: Int { 72 }
  @inlinable package static var frameSize: Int { 76 }
  @inlinable package static var localCount: Int { 80 }
  @inlinable package static var cellCount: Int { 84 }
  @inlinable package static var freeCount: Int { 88 }
  @inlinable package static var variableNames: Int { 96 }
  @inlinable package static var variableKinds: Int { 104 }
  @inlinable package static var fileName: Int { 112 }
  @inlinable package static var name: Int { 120 }
  @inlinable package static var qualifiedName: Int { 128 }
  @inlinable package static var lineTable: Int { 136 }
  @inlinable package static var weakReferences: Int { 144 }
  /// CPython keeps code of its tracer here; this runtime keeps the number of a native body.
  @inlinable package static var nativeBody: Int { 152 }
  /// CPython keeps data of its tools here; this runtime keeps what the machine that runs it has made of it.
  @inlinable package static var machineData: Int { 160 }
  @inlinable package static var instructions: Int { 200 }
}
