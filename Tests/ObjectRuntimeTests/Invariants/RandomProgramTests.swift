import Testing

@testable import ObjectRuntime

#if DEBUG
  /// Programs of random steps, with every invariant checked after each.
  struct RandomProgramTests {
    /// As many programs as fill two cores evenly; together 100,000 steps.
    static let seeds: [UInt64] = [1, 2, 3, 4, 5, 6, 7, 8]
    static let steps = 100_000 / seeds.count

    @Test(arguments: seeds)
    func `every invariant holds after each step of a random program`(_ seed: UInt64) {
      let program = ProgramOperation.random(seed: seed, count: Self.steps)
      guard let failure = ProgramRun.failure(of: program, seed: UInt32(seed)) else { return }
      Issue.record("\(Self.report(failure, of: program, seed: seed))")
    }

    /// The failure of a program with the shortest program that fails too.
    static func report(
      _ failure: ProgramRun.Failure, of program: [ProgramOperation], seed: UInt64,
      afterStep: ((ProgramRun, ProgramOperation) -> Void)? = nil
    ) -> String {
      let failing = Array(program.prefix(failure.step + 1))
      var shrinker = ProgramShrinker<ProgramOperation> {
        ProgramRun.failure(of: $0, seed: UInt32(seed), afterStep: afterStep) != nil
      }
      let shortest = shrinker.shrink(failing)
      let last = ProgramRun.failure(of: shortest, seed: UInt32(seed), afterStep: afterStep)
      let steps = shortest.map { "  \($0)" }.joined(separator: "\n")
      return """
        the program of seed \(seed) fails at \(failure)
        shrunk to \(shortest.count) steps, which fail at \(last.map(\.description) ?? "nothing"):
        \(steps)
        """
    }
  }
#endif
