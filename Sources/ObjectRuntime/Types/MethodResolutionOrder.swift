extension ObjectSpace {
  /// The order in which a class with these bases and they themselves are searched: C3.
  ///
  /// Source: K. Barrett and others, “A monotonic superclass linearization for Dylan”, 1996.
  ///
  /// - Parameters:
  ///   - bases: its bases.
  ///   - known: orders that classes are about to have.
  /// - Returns: the classes behind the new one.
  /// - Throws: ``ObjectError`` of kind `typeError` where there is no consistent order.
  func linearize(
    _ bases: [ObjectPointer], known: [(type: ObjectPointer, order: [ObjectPointer])] = []
  ) throws(ObjectError) -> [ObjectPointer] {
    for (index, base) in bases.enumerated() where bases[..<index].contains(base) {
      throw ObjectError(.typeError, "duplicate base class \(typeName(base))")
    }
    var lists = bases.map { base in
      known.last { $0.type == base }?.order
        ?? base[object: TypeOffset.methodResolutionOrder].map { items(of: $0) } ?? [base]
    }
    lists.append(bases)
    var heads = [Int](repeating: 0, count: lists.count)
    var order: [ObjectPointer] = []
    while true {
      var next: ObjectPointer?
      var isDone = true
      for (number, list) in lists.enumerated() where heads[number] < list.count {
        isDone = false
        let candidate = list[heads[number]]
        let isInTail = zip(lists, heads).contains { list, head in
          head + 1 < list.count && list[(head + 1)...].contains(candidate)
        }
        if !isInTail {
          next = candidate
          break
        }
      }
      if isDone { return order }
      guard let next else {
        let names = zip(lists, heads).compactMap { list, head in head < list.count ? list[head] : nil }
        var unique: [String] = []
        for name in names.map({ typeName($0) }) where !unique.contains(name) { unique.append(name) }
        throw ObjectError(
          .typeError,
          "Cannot create a consistent method resolution order (MRO) for bases "
            + unique.joined(separator: ", "))
      }
      order.append(next)
      for number in lists.indices
      where heads[number] < lists[number].count && lists[number][heads[number]] == next {
        heads[number] += 1
      }
    }
  }
}
