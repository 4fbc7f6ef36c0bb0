/// An exception that nothing caught, with those that led to it.
package struct ExceptionReport: Sendable {
  /// The uncaught exception first; causes and contexts are named by their place here, so that chains may be long,
  /// and may come back to where they began.
  package var exceptions: [ReportedException]

  package init(exceptions: [ReportedException]) { self.exceptions = exceptions }

  /// The report as CPython prints it to standard error, without colours, each line ended by a line feed.
  ///
  /// - Complexity: O(*n*) in the lines that the entries span.
  package var text: String {
    var text = ""
    for link in chain.reversed() {
      if let relation = link.relation { text += "\n\(relation.rawValue)\n\n" }
      text += exceptions[link.exception].text
    }
    return text
  }

  /// How an exception came from the one that is printed before it.
  private enum Relation: String {
    case cause = "The above exception was the direct cause of the following exception:"
    case context = "During handling of the above exception, another exception occurred:"
  }

  /// Exceptions from the uncaught one back to the first, each with how it came from the next of the list.
  private var chain: [(exception: Int, relation: Relation?)] {
    var chain: [(exception: Int, relation: Relation?)] = []
    var seen: Set<Int> = []
    var next = exceptions.isEmpty ? nil : 0
    while let current = next {
      seen.insert(current)
      let exception = exceptions[current]
      let relation: Relation?
      if let cause = exception.cause, !seen.contains(cause) {
        (relation, next) = (.cause, cause)
      } else if let context = exception.context, !exception.suppressesContext, !seen.contains(context) {
        (relation, next) = (.context, context)
      } else {
        (relation, next) = (nil, nil)
      }
      chain.append((current, relation))
    }
    return chain
  }
}
