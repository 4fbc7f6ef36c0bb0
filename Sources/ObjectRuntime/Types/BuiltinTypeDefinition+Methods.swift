import HeapModel

extension BuiltinTypeDefinition {
  /// Descriptors of built-in types' methods, what is bound by them, and `super`.
  static func boundMethod(_ type: BuiltinType) -> BuiltinTypeDefinition {
    switch type {
    case .methodWrapper:
      BuiltinTypeDefinition(
        basicSize: MethodWrapperOffset.size, flags: 0x5182, body: .record,
        fields: [
          .reference("descriptor", at: MethodWrapperOffset.descriptor),
          .reference("__self__", at: MethodWrapperOffset.receiver, .attribute),
        ])
    case .superType:
      BuiltinTypeDefinition(
        basicSize: 40, flags: 0x5502, body: .record,
        fields: [
          .reference("__self__", at: SuperOffset.object, .attribute),
          .reference("__thisclass__", at: SuperOffset.type, .attribute),
          .reference("__self_class__", at: SuperOffset.objectType, .attribute),
        ])
    default:
      BuiltinTypeDefinition(
        basicSize: MethodDescriptorOffset.size,
        flags: type == .methodDescriptor ? 0x2_5982 : type == .wrapperDescriptor ? 0x2_5182 : 0x5182,
        body: .record,
        fields: [
          .reference("__objclass__", at: MethodDescriptorOffset.owner, .attribute),
          .word("d_name", at: MethodDescriptorOffset.name, .pointer),
          .word("d_qualname", at: MethodDescriptorOffset.qualifiedName, .pointer),
          .word("definition", at: MethodDescriptorOffset.place, .pointer),
        ])
    }
  }
}
