/// What is known of a type beyond its memory: the fields of its instances by name.
final class TypeDetails {
  /// The words of an instance in the order in which the collector visits the references among them.
  var fields: [FieldDescription]
  /// The slots that a class adds, with their names, in the order of their offsets.
  var slots: [FieldDescription] = []

  init(fields: [FieldDescription] = []) {
    self.fields = fields
  }
}
