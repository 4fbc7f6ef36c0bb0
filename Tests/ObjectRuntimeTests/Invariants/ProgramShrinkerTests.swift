import Testing

@testable import ObjectRuntime

#if DEBUG
  /// A failing program is made as short as it can be.
  struct ProgramShrinkerTests {
    @Test func `the steps that matter are what is left`() {
      var shrinker = ProgramShrinker<Int> { steps in
        // 17 after 5, with 40 anywhere.
        guard let five = steps.firstIndex(of: 5), let seventeen = steps.lastIndex(of: 17) else {
          return false
        }
        return five < seventeen && steps.contains(40)
      }
      #expect(shrinker.shrink(Array(0..<200)) == [5, 17, 40])
    }

    @Test func `a program of one step stays`() {
      var shrinker = ProgramShrinker<Int> { $0.contains(3) }
      #expect(shrinker.shrink([3]) == [3])
    }

    @Test func `a fault that needs three steps is shown as three steps`() throws {
      // From the first interning on, the next reversal of a list leaves the list one reference too many.
      var program = ProgramOperation.random(seed: 11, count: 60).filter {
        $0.kind != .intern && $0.kind != .reverse
      }
      let list = ProgramOperation(kind: .makeList, first: 0, second: 0, third: 0)
      program.insert(list, at: 5)
      program.insert(ProgramOperation(kind: .intern, first: 0, second: 0, third: 0), at: 20)
      program.insert(ProgramOperation(kind: .reverse, first: 0, second: 0, third: 0), at: 40)
      let plant: (ProgramRun, ProgramOperation) -> Void = { run, step in
        if step.kind == .intern { run.isArmed = true }
        if step.kind == .reverse, run.isArmed, let list = run.pick(.list, 0) {
          (try? list.pointer())?.retain()
        }
      }
      let failure = try #require(ProgramRun.failure(of: program, afterStep: plant))
      let report = RandomProgramTests.report(failure, of: program, seed: 0, afterStep: plant)
      #expect(report.contains("shrunk to 3 steps"), "\(report)")
      #expect(report.contains("the program of seed 0 fails at step"))
      #expect(report.hasSuffix("  makeList 0 0 0\n  intern 0 0 0\n  reverse 0 0 0"), "\(report)")
    }
  }
#endif
