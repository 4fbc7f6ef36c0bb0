import SwiftHeap
import Foundation
final class Foo { var a = [1,2,3]; var s = "a long string which is on the heap, surely"; var next: Foo? }
let f = Foo(); f.next = Foo()
var data = Data(repeating: 1, count: 1000)
let t0 = ContinuousClock.now
let frozen = try FrozenProcess()
let image = try frozen.image()
print("pause", Double(frozen.pause)/1e6, "ms", frozen.stopMethod, ContinuousClock.now - t0)
let images = ExecutableImage.all(in: image)
for i in images { print(i.name, String(i.range.lowerBound, radix: 16), i.sections.keys.filter { $0.contains("swift5") }.count, i.buildIdentifier.count) }
let p = UInt64(UInt(bitPattern: Unmanaged.passUnretained(f).toOpaque()))
let md = image.word(p)!
print(String(md, radix:16), image.word(md) as Any)
let desc = image.word(md + 40)!
print(image.text(image.relative(desc + 8)!) as Any)
print(images.compactMap { $0.symbol(named: "$sBoWV")?.address }.map { String($0, radix: 16) }, String(image.word(md - 8)!, radix: 16))
print(ContinuousClock.now - t0)
let t1 = ContinuousClock.now
let big = [Int](repeating: 1, count: 1_000_000)
let frozen2 = try FrozenProcess()
let image2 = try frozen2.image()
let glibc = GlibcHeap(in: image2, images: images, stacks: frozen2.threads.map(\.stackPointer))!
print(glibc.arenas.map { String($0, radix: 16) }, glibc.segments, glibc.inconsistent)
var n = 0, bytes = 0 as UInt64, foo = false, large = 0 as UInt64
glibc.forEachBlock(in: image2) { a, s in n += 1; bytes += s; if a == p { foo = true }; large = max(large, s) }
print(n, bytes, foo, large, ContinuousClock.now - t1, big.count)
