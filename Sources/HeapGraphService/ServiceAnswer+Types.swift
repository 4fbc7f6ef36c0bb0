import HeapGraph

extension ServiceAnswer {
  /// A type's numbers.
  private struct TypeRow: Encodable {
    var type: String
    var count: Int
    var bytes: UInt64
  }

  /// What became of a type's numbers.
  private struct GrowthRow: Encodable {
    var type: String
    var before: Int
    var now: Int
    var bytesMore: Int
  }

  /// The types with the most objects.
  static func types(of heap: HeapSnapshot, limit: Int) -> ServiceAnswer {
    let statistics = heap.typeStatistics
    let total = "\(statistics.objectCount) objects, \(statistics.shallowSize)"
    return ServiceAnswer(
      title: "Types: \(total)", text: "\(total)\n\n" + statistics.table(limit: limit),
      json: statistics.mostCommon(limit: limit).map {
        TypeRow(type: $0.name, count: $0.count, bytes: $0.shallowSize.rawValue)
      })
  }

  /// What became more since the last time it was asked, or since a mark.
  static func growth(
    of heap: HeapSnapshot, since mark: String?, _ marks: HeapMarks, limit: Int
  ) throws(ServiceError) -> ServiceAnswer {
    let now = heap.typeStatistics
    let before = try mark.map { name throws(ServiceError) in try marks.mark(named: name) }
    let earlier: TypeStatistics
    if let before {
      earlier = before
    } else if let last = marks.replaceLast(with: now) {
      earlier = last
    } else {
      return ServiceAnswer(
        title: "Growth", text: "This is the first time: ask again later for what became more since now.",
        json: [GrowthRow]())
    }
    let growth = HeapGrowth(over: [earlier, now])
    let table = growth.table(limit: limit)
    return ServiceAnswer(
      title: "Growth since " + (mark ?? "the last time"),
      text: table.isEmpty ? "Nothing became more." : table,
      json: growth.increases(limit: limit).map {
        GrowthRow(type: $0.name, before: $0.counts[0], now: $0.count, bytesMore: $0.sizeIncrease)
      })
  }

  /// Remembers this moment under a name.
  static func mark(
    _ heap: HeapSnapshot, _ name: String, _ marks: HeapMarks
  ) throws(ServiceError) -> ServiceAnswer {
    let statistics = heap.typeStatistics
    try marks.set(name, to: statistics)
    let text =
      "Marked '\(name)' at \(statistics.objectCount) objects: growth?since= tells what became more since then."
    return ServiceAnswer(title: "Mark", text: text, json: ["mark": name])
  }
}
