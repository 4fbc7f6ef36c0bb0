/// Cycles that nothing but themselves keeps alive, each of another kind.
package enum PlantedCycles {
  package struct Planted {
    package var name: String
    /// Where one of its objects lies.
    package var address: UInt64
  }

  package static func address(of object: AnyObject) -> UInt64 {
    unsafe UInt64(UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque()))
  }

  private final class Ring { var next: Ring? }
  private final class Parent { var children: [Child] = [] }
  private final class Child { var parent: Parent? }
  private final class Owner {
    var onChange: (() -> Void)?
    var count = 0
  }
  private final class Registry { var entries: [String: Registry] = [:] }
  private final class Model { var delegate: (any ModelDelegate)? }
  private protocol ModelDelegate: AnyObject {}
  private final class Controller: ModelDelegate { let model = Model() }
  private enum Link {
    case end
    case node(LinkHolder)
  }
  private final class LinkHolder { var link = Link.end }
  private final class AnyHolder { var any: Any? }
  private final class SetHolder: Hashable {
    var others: Set<SetHolder> = []
    static func == (left: SetHolder, right: SetHolder) -> Bool { left === right }
    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
  }
  private final class BoxHolder { var body: (() -> Void)? }

  /// Makes the cycles.
  @inline(never)
  package static func plant() -> [Planted] {
    [
      Planted(name: "a ring", address: ring()), Planted(name: "parent and children", address: family()),
      Planted(name: "a closure and its owner", address: closure()),
      Planted(name: "a dictionary that holds its owner", address: registry()),
      Planted(name: "a delegate", address: controller()), Planted(name: "an enumeration", address: link()),
      Planted(name: "a value of any type", address: any()), Planted(name: "a set", address: set()),
      Planted(name: "a captured variable", address: box()),
    ]
  }

  @inline(never) private static func ring() -> UInt64 {
    let (first, second) = (Ring(), Ring())
    (first.next, second.next) = (second, first)
    return address(of: first)
  }

  @inline(never) private static func family() -> UInt64 {
    let parent = Parent()
    for _ in 0..<3 {
      let child = Child()
      child.parent = parent
      parent.children.append(child)
    }
    return address(of: parent)
  }

  @inline(never) private static func closure() -> UInt64 {
    let owner = Owner()
    let step = Int.random(in: 1...2)
    owner.onChange = { owner.count += step }
    return address(of: owner)
  }

  @inline(never) private static func registry() -> UInt64 {
    let registry = Registry()
    registry.entries["itself"] = registry
    return address(of: registry)
  }

  @inline(never) private static func controller() -> UInt64 {
    let controller = Controller()
    controller.model.delegate = controller
    return address(of: controller)
  }

  @inline(never) private static func link() -> UInt64 {
    let (first, second) = (LinkHolder(), LinkHolder())
    first.link = .node(second)
    second.link = .node(first)
    return address(of: first)
  }

  @inline(never) private static func any() -> UInt64 {
    let holder = AnyHolder()
    holder.any = (1, holder)
    return address(of: holder)
  }

  @inline(never) private static func set() -> UInt64 {
    let (first, second) = (SetHolder(), SetHolder())
    first.others = [second]
    second.others = [first]
    return address(of: first)
  }

  @inline(never) private static func box() -> UInt64 {
    let holder = BoxHolder()
    var captured: BoxHolder? = nil
    holder.body = { captured = captured.map { $0 } }
    captured = holder
    holder.body?()
    return address(of: holder)
  }
}
