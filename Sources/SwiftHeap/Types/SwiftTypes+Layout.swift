extension SwiftTypes {
  /// How values of a type are laid out.
  package func layout(of type: SwiftType) -> TypeLayout? { nil }

  /// How objects of a class are laid out.
  package func objectLayout(of type: SwiftType) -> ObjectLayout? { nil }
}
package struct TypeLayout {}
package struct ObjectLayout {}
struct FieldRecord {}
package enum LayoutObstacle {}
final class BuiltinDescriptors { init(images: [ExecutableImage], types: SwiftTypes) {} }
