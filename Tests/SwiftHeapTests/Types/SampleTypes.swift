import Foundation
import Synchronization

// Declarations of every kind, for the tests of types.

protocol Plain {}
protocol ClassOnly: AnyObject {}
protocol Container<Item> {
  associatedtype Item
  associatedtype Other
}
private protocol Hidden {}

enum Samples {
  struct Empty {}
  struct Pair {
    var first: Int8
    let second: Int64
  }
  struct Mixed {
    var flag: Bool
    var text: String
    var number: Int16
    var list: [Int]
    var optional: Int32?
    var next: Node?
    weak var observer: Node?
    unowned var owner: Node
    unowned(unsafe) var raw: Node
    var action: () -> Void
    var any: Any
    var plain: any Plain
    var both: any Plain & ClassOnly
    var error: any Error
    var type: Any.Type
    var tuple: (Int8, label: Int64, Bool)
  }
  class Node {
    var next: Node?
    let name = "a node"
    var weight: Int8 = 1
    required init() {}
  }
  final class Leaf: Node {
    var extra: Int32 = 2
    lazy var late = 3
  }
  class Base<T> {
    var value: T?
    class Inner<U> {
      var pair: (T, U)?
      enum Choice {
        case t(T)
        case u(U)
        case none
      }
    }
  }
  final class Derived: Base<Int> { var more: [String] = [] }
  final class GenericDerived<A, B>: Base<(A, B)> {
    var a: A?
    var b: B?
  }
  struct Outer<A, B> {
    var a: A
    var b: B
    struct Middle {
      var b: B
      struct Inner<C> {
        var a: A
        var c: C
      }
    }
  }
  struct Sized<let count: Int> { var number = count }
  struct Packed<each T> { var all: (repeat each T) }
  static func packed<each T>(_: repeat (each T).Type) -> Any.Type { Packed<repeat each T>.self }
  class PackClass<First, each Rest> {
    var first: First
    var rest: (repeat Optional<each Rest>)
    init(_ first: First, _ rest: repeat each Rest) {
      self.first = first
      self.rest = (repeat Optional(each rest))
    }
  }
  final class WithEmpty {
    var a = 1
    var empty = Empty()
    var nothing: Void = ()
    var b: Int8 = 2
  }
  class SizedClass<let count: Int, T> {
    var items: InlineArray<count, T>
    init(_ item: T) { items = InlineArray(repeating: item) }
  }
  /// With associated types among its properties.
  struct Walker<Base: Sequence, Key: Hashable & RawRepresentable> where Base.Element: Collection {
    var iterator: Base.Iterator
    var inner: Base.Element.Index
    var raw: Key.RawValue
    var function: (Base.Element.Element) -> Key?
  }
  enum Letter: String { case a, b }
  actor Worker {
    var jobs: [Int] = []
    let name = "worker"
  }
  struct Unique: ~Copyable {
    var handle: Int32
    var text: String
    deinit {}
  }
  struct UniqueBox<T: ~Copyable>: ~Copyable {
    var value: T
    var count: Int
  }
  enum UniqueChoice: ~Copyable {
    case one(Unique)
    case number(Int)
    case none
  }
  final class Holder {
    let unique = Unique(handle: 1, text: "")
    let box = UniqueBox(value: Unique(handle: 2, text: ""), count: 3)
    let mutex = Mutex<[Int]>([])
    let atomic = Atomic<Int>(0)
    let optional: Unique? = nil
    let choice = UniqueChoice.none
  }
  private struct Private<T> {
    struct Nested { var value: T }
    var value: T
  }
  fileprivate enum PrivateChoice { case a, b }
  static var privateTypes: [Any.Type] {
    [Private<Int>.self, Private<String>.Nested.self, PrivateChoice.self, (any Hidden).self]
  }
  static func localTypes() -> [Any.Type] {
    struct Local { struct Deep { var x: Int } }
    final class LocalClass {}
    return [Local.self, Local.Deep.self, LocalClass.self]
  }
  /// Functions of every kind, as the types of properties, since they cannot all be written elsewhere.
  struct Functions {
    var a: (inout Int, Any...) -> Void
    var b: (__shared String, __owned String) -> Void
    var c: nonisolated(nonsending) () async -> Int
    var d: (sending Node) -> sending Node
    var e: ((a: Int, Int)) -> Void
    var f: ((Int, Int)) -> Void
    var g: (@escaping () -> Void) -> Void
    var h: (() -> Void) -> Void
    var i: (@autoclosure () -> Int) -> Void
    var j: () throws(CocoaError) -> Int
    var k: @isolated(any) () -> Int
    var l: (isolated Worker) -> Void
    var m: @MainActor @Sendable (Int) -> Void
    var n: @convention(c) (Int32) -> UnsafeMutablePointer<CChar>?
    var o: () -> (Int, b: Int)
    var p: () -> () -> Void
    var q: (@convention(c) () -> Void)?
    var r: (any Plain, (any Plain)?) -> any Plain.Type
    var s: (borrowing Unique, consuming Unique) -> Void
    var t: () async throws -> Never
  }
  struct Existentials {
    var a: Any
    var b: AnyObject
    var c: any Plain
    var d: any ClassOnly
    var e: any Plain & ClassOnly
    var f: any Plain & AnyObject
    var g: any Base<Int> & Plain
    var h: any Container<Int>
    var i: any Container<[String: Int]> & ClassOnly
    var j: any Error
    var k: any Error & Plain
    var l: any Container
    var m: any Plain.Type
    var n: Any.Type
    var o: Node.Type
    var p: any Sendable
    var q: any Hashable
    var r: (any Plain)?
    var s: AnyObject?
    var t: any ClassOnly.Type
    var u: any Sequence<Int>
    var v: (any Error)?
  }
}

extension Samples.Outer where A == Int { struct Constrained { var b: B } }
extension Array {
  struct SampleExtension { var element: Element }
  enum SampleChoice<Z> {
    case element(Element)
    case other(Z)
  }
}
extension Int { struct SampleExtension { var x = 0 } }

/// Types whose names and sizes are compared.
let sampleTypes: [Any.Type] =
  [
    Int.self, Bool.self, String.self, Double.self, UInt8.self, Float.self, Character.self, Substring.self,
    Never.self, Void.self,
    Unicode.Scalar.self, StaticString.self, ObjectIdentifier.self, Int128.self, UInt128.self,
    [Int].self, [String: [Int?]].self, Set<String>.self, Range<Int>.self, ClosedRange<Double>.self, Int?.self,
    Int???.self,
    String?.self, String??.self, Bool?.self, Bool????.self, Any?.self, [Int]?.self, Void?.self, Never?.self,
    UnsafePointer<Int>.self, UnsafeMutableRawPointer?.self, UnsafeBufferPointer<UInt8>.self,
    OpaquePointer.self, OpaquePointer?.self,
    String.Index.self, Dictionary<Int, Int>.Index.self, Set<Int>.Index.self, Array<Int>.Iterator.self,
    String.Iterator.self,
    Dictionary<String, Int>.Iterator.self,
    Result<Int, any Error>.self, Result<String, CocoaError>.self, Slice<ReversedCollection<[Int]>>.self,
    LazyMapSequence<[Int], String>.self, LazyFilterSequence<Range<Int>>.self, EnumeratedSequence<[Int]>.self,
    FlattenSequence<[[Int]]>.self,
    Zip2Sequence<[Int], String>.self, AnySequence<Int>.self, AnyHashable.self, JoinedSequence<[[Int]]>.self,
    KeyValuePairs<Int, String>.self,
    DefaultIndices<[Int]>.self, Mirror.self, AnyKeyPath.self, KeyPath<String, Int>.self,
    ManagedBuffer<Int, Int>.self,
    SIMD2<Int8>.self, SIMD3<Float>.self, SIMD4<Double>.self, SIMD16<UInt8>.self, SIMDMask<SIMD4<Int32>>.self,
    InlineArray<3, Int>.self, InlineArray<0, String>.self, InlineArray<5, String?>.self,
    InlineArray<2, InlineArray<3, Bool>>.self,
    Task<Int, Never>.self, Task<Void, any Error>.self, AsyncStream<Int>.self,
    AsyncStream<Int>.Continuation.self,
    CheckedContinuation<Int, any Error>.self, TaskPriority.self, ContinuousClock.Instant.self, Duration.self,
    CancellationError.self,
    UnownedSerialExecutor.self, MainActor.self, TaskGroup<Int>.self,
    Data.self, URL.self, Date.self, UUID.self, Decimal.self, IndexPath.self, IndexSet.self, Calendar.self,
    TimeZone.self, Locale.self, DateComponents.self,
    CharacterSet.self, NSObject.self, NSString.self, CocoaError.self, CocoaError.Code.self, URLError.self,
    AttributedString.self,
    Notification.self, DateInterval.self, JSONEncoder.self, NSLock.self, Thread.self, FileManager.self,
    PersonNameComponents.self,
    Measurement<UnitLength>.self, ProcessInfo.self, JSONDecoder.self, Bundle.self, URLComponents.self,
    URLQueryItem.self, Data.Index.self,
    DispatchQueue.self, DispatchTime.self, DispatchWorkItem.self, DispatchTimeInterval.self,
    DispatchSemaphore.self, DispatchData.self,
    timespec.self, stat.self, pthread_mutex_t.self, UnsafeMutablePointer<FILE>.self, tm.self,
    sockaddr_in.self, pthread_t.self, in_addr.self,
    (() -> Void).self, (@Sendable (Int, String) async throws -> Int).self, (@MainActor () -> Void).self,
    (@convention(c) (Int) -> Int).self,
    (((Int) -> Int) -> Int).self, (() -> Void)?.self, (Int?, x: Int??).self, (a: Int, Int).self,
    (Int8, Int64, Bool).self, ((Int, Bool), Int).self,
    Any.self, AnyObject.self, (any Plain).self, (any ClassOnly).self, (any Plain & ClassOnly).self,
    (any Plain & AnyObject).self, (any Container).self,
    (any Container<Int>).self, (any Container<[String: Int]> & ClassOnly).self,
    (any Samples.Base<Int> & Plain).self, (any Error).self, (any Error)?.self,
    (any Error & Plain).self, (any Plain)?.self, [any Plain].self, (any Hashable).self, (any Sendable).self,
    (any Collection<Int>).self,
    Any.Type.self, Int.Type.self, (any Plain.Type).self, (any Plain).Type.self, Samples.Node.Type.self,
    Any.Type?.self, Int.Type?.self,
    Samples.Empty.self, Samples.Pair.self, Samples.Mixed.self, Samples.Node.self, Samples.Leaf.self,
    Samples.Base<Int>.self, Samples.Base<String>.Inner<Bool>.self,
    Samples.Base<Int>.Inner<String>.Choice.self, Samples.Derived.self,
    Samples.GenericDerived<Int, String>.self,
    Samples.Outer<Int, String>.self, Samples.Outer<Int8, String>.Middle.self,
    Samples.Outer<Int8, String>.Middle.Inner<Bool>.self,
    Samples.Outer<Int, String>.Constrained.self, Array<Int>.SampleExtension.self,
    Array<String>.SampleChoice<Int>.self, Int.SampleExtension.self,
    Samples.Sized<5>.self, Samples.Packed<Int, String>.self, Samples.packed(), Samples.Packed<Bool>.self,
    Samples.PackClass<Int, String, Bool>.self, Samples.SizedClass<3, Int8>.self, Samples.PackClass<Int>.self,
    Samples.WithEmpty.self,
    Samples.Walker<[[Int]], Samples.Letter>.self, Samples.Walker<[String], Samples.Letter>.self,
    Samples.Walker<Set<Substring>, Samples.Letter>.self,
    Samples.Worker.self,
    Samples.Functions.self, Samples.Existentials.self, Samples.Node?.self, Samples.Mixed?.self,
    Samples.Pair?.self, Samples.Empty?.self,
  ] + Samples.privateTypes + Samples.localTypes()

/// Types whose names the runtime cannot write without crashing.
let unnamedTypes: [Any.Type] = [
  (any Container<Int>.Type).self, (any Container<Int>).Type.self, (any Container<Int>.Type)?.self,
  (any Container<Int> & ClassOnly).Type.self, (any Container<Int> & ClassOnly & Plain).self,
]
