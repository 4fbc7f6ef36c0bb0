import SwiftHeap
import Testing

/// A value, and what the runtime says of it.
private struct Sample {
  var type: Any.Type
  var bytes: [UInt8]
  var caseNumber: Int
  var text: String

  init<Value: ~Copyable>(_ value: borrowing Value, type: Any.Type, text: String) {
    self.type = type
    self.text = text
    let metadata = UnsafeRawPointer(bitPattern: UInt(metadataAddress(type)))!
    let table = (metadata - 8).load(as: UnsafeRawPointer.self)
    typealias GetTag = @convention(c) (UnsafeRawPointer, UnsafeRawPointer) -> UInt32
    let getTag = unsafeBitCast(table.load(fromByteOffset: 88, as: UnsafeRawPointer.self), to: GetTag.self)
    (bytes, caseNumber) = withUnsafePointer(to: value) { pointer in
      let size = MemoryLayout<Value>.size
      // One byte more, so that nothing but the value is looked at.
      return (
        Array(UnsafeRawBufferPointer(start: pointer, count: size)) + [0xA5], Int(getTag(pointer, metadata))
      )
    }
  }
}

/// Values of every layout that enums have.
private struct SampleValues {
  var samples: [Sample] = []

  /// Adds values, and enums around them, whose other cases are values that these do not have.
  mutating func add<Value>(_ values: Value...) {
    for value in values {
      append(value)
      append(Optional(Optional(Optional(value))))
      append(GenericOne<Value>.a(value))
      append(Generic<Value, Object>.a(value))
      append(Generic<Value, Value>.b(value))
    }
    append(Value???.none)
    append(Value???.some(nil))
    append(Value???.some(.some(nil)))
    append(GenericOne<Value>.b)
    append(GenericOne<Value>?.some(.c))
    append(GenericOne<Value>?.none)
    append(Generic<Value, Object>.c)
    append(Generic<Value, Value>.d)
    append(Generic<Value, Value>??.none)
  }

  private mutating func append<Value>(_ value: Value) {
    samples.append(Sample(value, type: Value.self, text: "\(value)"))
  }

  final class Object {}
  enum Single { case only }
  enum Two { case a, b }
  enum Many: UInt8, CaseIterable { case a, b, c, d, e, f, g, h, i, j }
  enum OnePayload { case none, value(Int), other, third }
  enum OneByte { case value(UInt8), b, c, d }
  enum BoolPayload { case value(Bool), b, c, d }
  enum ObjectPayload { case value(Object), b, c, d }
  enum TwoObjects { case a(Object), b(Object) }
  enum ObjectsAndNone { case a(Object), b(Object), c, d, e, f }
  enum ManyObjects {
    case a(Object), b(Object), c(Object), d(Object), e(Object), f(Object), g(Object), h(Object), i(Object), j,
      k
  }
  enum ObjectOrBool { case a(Object), b(Bool), c, d }
  enum ObjectOrInt { case a(Object), b(Int), c, d }
  enum Strings { case a(String), b([Int]), c(Object), d, e }
  enum Small { case a(UInt8), b(Int8), c, d, e }
  enum Bools { case a(Bool), b(Bool), c(Bool), d, e, f }
  enum Nested { case a(ObjectOrBool), b(ObjectsAndNone), c, d }
  enum DeepNested { case a(Nested), b(Nested?), c }
  enum Voids { case a(Void), b, c(Never), d }
  enum VoidAndInt { case a(Void), b(Int), c }
  enum Anys { case a(Any), b(Object), c }
  enum Closures { case a(() -> Void), b(Object), c, d(any Error) }
  enum Pairs { case a((Bool, Int)), b((Int8, Bool, Object)), c }
  enum Existentials { case a(any ClassOnly), b(Object), c, d(any Error) }
  indirect enum Tree { case leaf, node(Tree, Tree), value(Int) }
  enum PartlyIndirect { case leaf(Object), cons(Int), end; indirect case more(PartlyIndirect) }
  enum OneIndirect { indirect case more(OneIndirect); case end, other }
  enum Generic<A, B> { case a(A), b(B), c, d }
  enum GenericOne<A> { case a(A), b, c }
  enum GenericEmpty<A> { case a, b }
  indirect enum GenericTree<A> { case leaf, node(GenericTree, A) }
  struct Host<T> { enum Fixed { case a(Object), b(Object), c } }
  enum Large { case a((Int, Int, Int, Bool)), b((Object, Object)), c([Int], String), d, e }
  enum Weaks { case a(WeakBox), b(Object), c }
  struct WeakBox { weak var object: Object? }
  struct WithFlags { var flag: Bool; var number: Int; var object: Object }
  struct WeakExistential { weak var object: (any ClassOnly)? }
  struct WeakComposition {
    var number = 1
    weak var object: (any ClassOnly & Plain)?
  }
  struct Unowned { unowned var object: Object? }
  enum WeakOrNot { case a(WeakExistential), b(WeakExistential), c }
  enum TwoAnys { case a(Any), b(Any), c }
  enum AnysOrObjects { case a(Any, Object), b(Any, Object, Object), c }
  enum Pointers { case a(Object, Object, Object), b(Object, Object, Object), c, d }
  enum TwoPointers { case a(Object, Object), b(Object, Object) }
  enum PairOrString { case a(Object, Bool), b(String), c(Object), d }
  enum Scalars { case a(Float), b(Int32), c(Character), d(Unicode.Scalar), e }
  enum Wrapped { case a(Object?), b([Object]), c(ObjectOrBool?), d }
  enum UInt16s { case a(UInt16), b(UInt16), c, d }
  enum Triple { case a(UInt8, UInt8, UInt8), b, c, d }
}

struct EnumTests {
  private static func samples() -> [Sample] {
    typealias V = SampleValues
    var values = SampleValues()
    let object = V.Object()
    struct Failure: Error {}
    final class Bound: ClassOnly, Plain {}
    values.add(V.Two.a, .b)
    for value in V.Many.allCases { values.add(value) }
    values.add(V.Single.only)
    values.add(V.OnePayload.none, .value(0), .value(-1), .value(1), .other, .third)
    values.add(V.OneByte.value(0), .value(3), .value(255), .b, .c, .d)
    values.add(V.BoolPayload.value(true), .value(false), .b, .c, .d)
    values.add(V.ObjectPayload.value(object), .b, .c, .d)
    values.add(V.TwoObjects.a(object), .b(object))
    values.add(V.ObjectsAndNone.a(object), .b(object), .c, .d, .e, .f)
    values.add(V.ManyObjects.a(object), .b(object), .c(object), .d(object), .i(object), .j, .k)
    values.add(V.ObjectOrBool.a(object), .b(true), .b(false), .c, .d)
    values.add(V.ObjectOrInt.a(object), .b(-1), .b(0), .b(1), .c, .d)
    values.add(
      V.Strings.a("small"), .a("a string that is too long to be small"), .b([1, 2]), .b([]), .c(object), .d,
      .e)
    values.add(V.Small.a(0), .a(255), .b(-1), .c, .d, .e)
    values.add(V.Bools.a(true), .a(false), .b(true), .b(false), .c(true), .c(false), .d, .e, .f)
    let nested: [V.Nested] = [
      .a(.a(object)), .a(.b(true)), .a(.c), .a(.d), .b(.a(object)), .b(.b(object)), .b(.c), .b(.f), .c, .d,
    ]
    for value in nested {
      values.add(value)
      values.add(Optional(value))
      values.add(Optional(Optional(value)))
      values.add(V.DeepNested.a(value), .b(value), .b(nil), .c)
    }
    values.add(nil as V.Nested?)
    values.add(nil as V.Nested??, .some(nil))
    values.add(V.Voids.a(()), .b, .d)
    values.add(V.VoidAndInt.a(()), .b(0), .b(5), .c)
    values.add(V.Anys.a(1), .a("text"), .b(object), .c)
    values.add(V.Closures.a {}, .b(object), .c, .d(Failure()))
    values.add(V.Pairs.a((true, 1)), .b((1, false, object)), .c)
    values.add(V.Existentials.a(Bound()), .b(object), .c, .d(Failure()))
    values.add(V.Tree.leaf, .node(.leaf, .leaf), .value(1))
    values.add(V.PartlyIndirect.leaf(object), .cons(1), .end, .more(.end))
    values.add(V.OneIndirect.more(.end), .end, .other)
    values.add(V.Generic<Int, V.Object>.a(1), .b(object), .c, .d)
    values.add(V.Generic<UInt8, Bool>.a(1), .a(255), .b(true), .c, .d)
    values.add(V.Generic<Void, Void>.a(()), .b(()), .c, .d)
    values.add(V.Generic<V.Object, V.Object>.a(object), .b(object), .c, .d)
    values.add(Optional(V.Generic<V.Object, V.Object>.a(object)), .b(object), .c, .d, nil)
    values.add(V.GenericOne<Int>.a(1), .b, .c)
    values.add(V.GenericOne<Bool>.a(true), .b, .c)
    values.add(V.GenericOne<V.Object>.a(object), .b, .c)
    values.add(V.GenericOne<Void>.a(()), .b, .c)
    values.add(V.GenericOne<String?>.a(nil), .a("x"), .b, .c)
    values.add(V.GenericEmpty<Int>.a, .b)
    values.add(V.GenericTree<Int>.leaf, .node(.leaf, 1))
    values.add(V.Host<Int>.Fixed.a(object), .b(object), .c)
    values.add(V.Large.a((1, 2, 3, true)), .b((object, object)), .c([1], "x"), .d, .e)
    values.add(V.Weaks.a(V.WeakBox(object: object)), .a(V.WeakBox(object: nil)), .b(object), .c)
    values.add(V.UInt16s.a(0), .b(65535), .c, .d)
    values.add(V.Triple.a(0, 0, 0), .a(255, 255, 255), .b, .c, .d)
    let many = ManyObject()
    values.add(
      ManyCases.Numbers.c0, .c0, .c1, .c2, .c127, .c128, .c253, .c254, .c255, .c256, .c257, .c298, .c299)
    values.add(
      ManyCases.ByteAndNumbers.value(0), .value(255), .c0, .c1, .c2, .c127, .c128, .c253, .c254, .c255, .c256,
      .c257, .c298, .c299)
    values.add(
      ManyCases.BoolAndNumbers.value(true), .value(false), .c0, .c1, .c2, .c127, .c128, .c253, .c254, .c255,
      .c256, .c257, .c298, .c299)
    values.add(
      ManyCases.ShortAndNumbers.value(-1), .value(0), .c0, .c1, .c2, .c127, .c128, .c253, .c254, .c255, .c256,
      .c257, .c298, .c299)
    values.add(
      ManyCases.TwoBytesAndNumbers.first(0), .first(255), .second(-1), .second(0), .c0, .c1, .c2, .c127,
      .c128, .c253, .c254, .c255, .c256, .c257, .c298, .c299)
    values.add(
      ManyCases.TwoBoolsAndNumbers.first(true), .second(false), .c0, .c1, .c2, .c127, .c128, .c253, .c254,
      .c255, .c256, .c257, .c298, .c299)
    values.add(
      ManyCases.ObjectsAndNumbers.first(many), .second(many), .c0, .c1, .c2, .c127, .c128, .c253, .c254,
      .c255, .c256, .c257, .c298, .c299)
    values.add(
      ManyCases.ObjectAndNumbers.value(many), .c0, .c1, .c2, .c127, .c128, .c253, .c254, .c255, .c256, .c257,
      .c298, .c299)
    values.add(
      ManyCases.VoidAndNumbers.value(()), .c0, .c1, .c2, .c127, .c128, .c253, .c254, .c255, .c256, .c257,
      .c298, .c299)
    values.add(
      ManyCases.GenericNumbers<UInt8, Int8>.first(1), .second(-1), .c0, .c1, .c2, .c127, .c128, .c253, .c254,
      .c255, .c256, .c257, .c298, .c299)
    values.add(
      ManyCases.GenericNumbers<Void, Void>.first(()), .second(()), .c0, .c1, .c2, .c127, .c128, .c253, .c254,
      .c255, .c256, .c257, .c298, .c299)
    values.add(
      ManyCases.GenericNumbers<Int, ManyObject>.first(1), .second(many), .c0, .c1, .c2, .c127, .c128, .c253,
      .c254, .c255, .c256, .c257, .c298, .c299)
    values.add(Optional(ManyCases.Numbers.c299), .c0, .c255, .c256, nil)
    values.add(Optional(ManyCases.ByteAndNumbers.c299), .value(1), nil)
    values.add(Optional(ManyCases.BoolAndNumbers.c299), .value(true), nil)
    values.add(Optional(Optional(ManyCases.TwoBoolsAndNumbers.c299)), .first(true), .some(nil), nil)
    values.add(Optional(Optional(ManyCases.TwoBytesAndNumbers.c299)), .second(0), .some(nil), nil)
    values.add(
      Optional(Optional(ManyCases.ObjectsAndNumbers.c299)), .first(many), .second(many), .some(nil), nil)
    values.add(Optional(Optional(ManyCases.ObjectAndNumbers.c299)), .value(many), .some(nil), nil)
    values.add(V.TwoAnys.a(1), .b(2), .c)
    values.add(V.AnysOrObjects.a(1, object), .b(2, object, object), .c)
    let bound = Bound()
    values.add(V.WeakExistential(object: bound) as V.WeakExistential?, V.WeakExistential(object: nil), nil)
    values.add(V.WeakComposition(object: bound) as V.WeakComposition?, V.WeakComposition(object: nil), nil)
    values.add(V.Unowned(object: object) as V.Unowned?, V.Unowned(object: nil), nil)
    values.add(V.WeakOrNot.a(V.WeakExistential(object: bound)), .b(V.WeakExistential(object: nil)), .c)
    values.add(V.Pointers.a(object, object, object), .b(object, object, object), .c, .d)
    values.add(
      Optional(Optional(V.Pointers.a(object, object, object))), .b(object, object, object), .c, .d,
      .some(nil), nil)
    values.add(Optional(V.TwoPointers.a(object, object)), .b(object, object), nil)
    values.add(Optional(Optional(V.TwoPointers.a(object, object))), .b(object, object), .some(nil), nil)
    values.add(
      V.PairOrString.a(object, true), .b("x"), .b("a longer text than fits into words"), .c(object), .d)
    values.add(Optional(Optional(V.PairOrString.a(object, true))), .b("x"), .c(object), .d, .some(nil), nil)
    values.add(V.Scalars.a(1), .b(2), .c("a"), .d("z"), .e)
    values.add(Optional(Optional(V.Scalars.a(1))), .b(2), .c("a"), .d("z"), .e, .some(nil), nil)
    values.add(V.Wrapped.a(object), .a(nil), .b([object]), .c(nil), .c(.b(true)), .d)
    values.add(
      Optional(Optional(V.Wrapped.a(object))), .a(nil), .b([object]), .c(nil), .c(.c), .d, .some(nil), nil)
    values.add(Optional(V.TwoObjects.a(object)), .b(object), nil)
    values.add(Optional(Optional(V.ObjectsAndNone.a(object))), .b(object), .c, .some(nil), nil)
    values.add(Optional(Optional(V.Strings.d)), .a("x"), .b([]), .e, .some(nil), nil)
    values.add(Optional(V.ManyObjects.k), .a(object), .i(object), nil)
    values.add(Optional(V.Bools.a(true)), .f, .c(false), nil)
    values.add(Optional(V.Small.a(0)), .e, nil)
    values.add(Optional(V.Tree.leaf), .value(1), nil)
    values.add(Optional(V.PartlyIndirect.end), .cons(1), nil)
    values.add(Optional(V.Large.d), .e, nil)
    values.add(Optional(V.Many.a), .j, nil)
    values.add(Optional(Optional(V.Many.j)), .some(nil), nil)
    values.add(Optional(V.WithFlags(flag: true, number: 0, object: object)), nil)
    values.add(Optional(1), 0, nil)
    values.add(Optional(Optional(Optional(7))), .some(.some(nil)), .some(nil), nil)
    values.add(Optional(true), false, nil)
    values.add(
      Optional(Optional(Optional(Optional(true)))), .some(.some(.some(nil))), .some(.some(nil)), .some(nil),
      nil)
    values.add(Optional("text"), "", nil)
    values.add(Optional([1]), [], nil)
    values.add(Optional(object), nil)
    values.add(Optional(Optional(object)), .some(nil), nil)
    values.add(Optional({}), nil)
    values.add(Optional(1 as Any), nil)
    values.add(Optional(Failure() as any Error), nil)
    values.add(Optional(Int.self as Any.Type), nil)
    values.add(Optional((1, true)), nil)
    values.add(Optional(Character("x")), nil)
    values.add(Optional(Substring("x")), nil)
    values.add(Optional(()), nil)
    values.add(Optional(UnsafeRawPointer(bitPattern: 8)!), nil)
    values.add(Optional(UnsafeBufferPointer<Int>(start: nil, count: 0)), nil)
    values.add(Optional(1...3), nil)
    values.add(Optional(InlineArray<2, Bool>(repeating: true)), nil)
    values.add(Result<Int, any Error>.success(1), .failure(Failure()))
    values.add(Result<String, Failure>.success("x"), .failure(Failure()))
    values.add(Duration.seconds(1) as Duration?, nil)
    return values.samples
  }

  @Test(arguments: [false, true])
  func `the case of a value is what the runtime says`(withoutMetadata: Bool) throws {
    let samples = Self.samples()
    let frozen = try FrozenTypes()
    frozen.types.ignoresMetadata = withoutMetadata
    #expect(samples.count > 3_000)
    for sample in samples {
      guard let type = frozen.type(sample.type), let layout = frozen.types.layout(of: type),
        case .enumeration(let enumeration) = layout.parts
      else {
        Issue.record("no layout of \(sample.type)")
        continue
      }
      let found = sample.bytes.withUnsafeBytes { enumeration.projectedCase($0) }
      #expect(found == sample.caseNumber, "\(sample.type) \(sample.text) \(sample.bytes)")
      #expect(layout.size == sample.bytes.count - 1, "\(sample.type)")
      #expect(layout.extraInhabitants.count == RuntimeLayout(sample.type).extraInhabitants, "\(sample.type)")
    }
  }

  @Test func `cases have names, and payloads where they have some`() throws {
    _ = SampleValues.PartlyIndirect.self as Any.Type
    let frozen = try FrozenTypes()
    let type = try #require(frozen.type(SampleValues.PartlyIndirect.self))
    guard case .enumeration(let enumeration)? = frozen.types.layout(of: type)?.parts else {
      Issue.record("no enum")
      return
    }
    #expect(enumeration.cases.map(\.name) == ["leaf", "cons", "more", "end"])
    #expect(enumeration.cases.map(\.isIndirect) == [false, false, true, false])
    let payloads = enumeration.cases.map { $0.payload.map { frozen.types.name(of: $0, qualified: false) } }
    #expect(payloads == ["Object", "Int", "PartlyIndirect", nil])
  }
}
