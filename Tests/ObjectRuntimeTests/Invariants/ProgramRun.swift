import HeapModel
import Testing

@testable import ObjectRuntime

#if DEBUG
  /// A random program under way: the objects that it has handles to, and what is done in each kind of step.
  final class ProgramRun {
    /// What an object is good for.
    enum Role: Sendable {
      case instance, list, dict, set, frozenSet, tuple, string, number, cell, function, generator, frame,
        exception
      case weakReference, proxy, weakCollection, iterator, type, other
    }

    static let mostHandles = 30
    static let mostElements = 10
    static let mostClasses = 3

    let space: ObjectSpace
    var handles: [(object: ObjectHandle, role: Role)] = []
    var classes: [ObjectHandle] = []
    var baseClassCount = 0
    var callbacks: [ObjectHandle] = []
    var released: ObjectHandle?
    /// What a planted fault does after each step.
    var afterStep: ((ProgramRun, ProgramOperation) -> Void)?
    /// Whether a planted fault of two parts has seen the first.
    var isArmed = false
    private var checker: InvariantChecker

    init(seed: UInt32) throws {
      var options = ObjectSpaceOptions()
      options.hashSeed = seed
      options.thresholds = CollectorThresholds(generation0: 150, generation1: 3, generation2: 3)
      space = try ObjectSpace(options: options)
      checker = InvariantChecker(space)
      try makeClasses(seed: seed)
      try makeCallbacks()
    }

    /// What a program was stopped by.
    struct Failure: CustomStringConvertible {
      var step: Int
      var text: String
      var description: String { "step \(step): \(text)" }
    }

    /// Runs a program and checks the space after each step.
    ///
    /// - Returns: what went wrong; `nil` where nothing did.
    static func failure(
      of program: [ProgramOperation], seed: UInt32 = 0,
      afterStep: ((ProgramRun, ProgramOperation) -> Void)? = nil
    ) -> Failure? {
      do {
        let run = try ProgramRun(seed: seed)
        // No finalizer runs once the run is over.
        defer { run.space.close() }
        run.afterStep = afterStep
        for (number, operation) in program.enumerated() {
          if let text = run.perform(operation, isThorough: number % 100 == 99) {
            return Failure(step: number, text: "\(operation): \(text)")
          }
        }
        run.letGo()
        try run.space.collect()
        return run.violation(isThorough: true).map { Failure(step: program.count, text: "at the end: \($0)") }
      } catch {
        return Failure(step: 0, text: "before the first step: \(error)")
      }
    }

    /// Runs one step and checks the space.
    private func perform(_ operation: ProgramOperation, isThorough: Bool) -> String? {
      var problem: String?
      do throws(ObjectError) {
        problem = try run(operation)
      } catch {
        // What a program does wrong has an error of one of these kinds; others would be the runtime's own fault.
        switch error.kind {
        case .attributeError, .typeError, .keyError, .indexError, .runtimeError, .valueError, .referenceError,
          .nameError:
          break
        default: problem = "\(error)"
        }
      }
      afterStep?(self, operation)
      return problem ?? violation(isThorough: isThorough)
    }

    /// Lets all objects go that the program has handles to.
    private func letGo() {
      let old = (handles, classes, callbacks)
      handles = []
      classes = []
      callbacks = []
      released = nil
      withExtendedLifetime(old) {}
    }

    func violation(isThorough: Bool) -> String? {
      let found = checker.check(isThorough: isThorough)
      return found.isEmpty ? nil : found.map(\.description).joined(separator: "\n    ")
    }

    // MARK: Choosing

    func keep(_ object: ObjectHandle, _ role: Role, at place: Int = 0) {
      if handles.count < Self.mostHandles {
        handles.append((object, role))
      } else {
        // The old one goes when the table can be used again: a finalizer may want to.
        let old = handles[place % handles.count]
        handles[place % handles.count] = (object, role)
        withExtendedLifetime(old) {}
      }
    }

    /// Any object; `None` where there is none.
    func any(_ number: Int) -> ObjectHandle {
      handles.isEmpty ? space.noneObject : handles[number % handles.count].object
    }

    /// An object of a role, the first from a place on.
    func pick(_ role: Role, _ number: Int) -> ObjectHandle? {
      guard !handles.isEmpty else { return nil }
      let start = number % handles.count
      for offset in 0..<handles.count {
        let place = start + offset < handles.count ? start + offset : start + offset - handles.count
        if handles[place].role == role { return handles[place].object }
      }
      return nil
    }

    func name(_ number: Int) -> String {
      ["a", "left", "right", "value", "long_name", "é", "next"][number % 7]
    }

    /// A container, a list, dict or set, with not too many elements.
    func container(_ number: Int) throws(ObjectError) -> ObjectHandle? {
      let role: Role = [.list, .dict, .set][number % 3]
      guard let found = pick(role, number) else { return nil }
      if try space.count(of: found) > Self.mostElements { try space.removeAll(from: found) }
      return found
    }

    /// A container of a role with room for another element.
    func roomy(_ role: Role, _ number: Int) throws(ObjectError) -> ObjectHandle? {
      guard let found = pick(role, number) else { return nil }
      if try space.count(of: found) > Self.mostElements {
        for _ in 0..<8 where try space.count(of: found) > 0 {
          if role == .dict { _ = try space.popEntry(from: found) } else { _ = try space.pop(from: found) }
        }
      }
      return found
    }
  }
#endif
