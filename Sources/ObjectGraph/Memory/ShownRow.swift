import HeapModel

/// A row of a table that has more of them than are shown.
package enum ShownRow<Element> {
  /// One as it is.
  case element(Element)
  /// The ones that are left out here, at least two.
  case rest(ArraySlice<Element>)

  /// The first and the last elements, and in between one row for all others where there are too many.
  ///
  /// - Parameters:
  ///   - elements: the elements.
  ///   - limit: the most rows, taken as at least 4.
  package static func rows(_ elements: [Element], limit: Int) -> [ShownRow] {
    let limit = max(limit, 4)
    guard elements.count > limit else { return elements.map { .element($0) } }
    // The end of an object tells as much as its middle would: order, padding, slack.
    let tail = min(3, limit / 4)
    let head = limit - 1 - tail
    let end = elements.count - tail
    return elements[..<head].map { .element($0) } + [.rest(elements[head..<end])]
      + elements[end...].map { .element($0) }
  }
}
