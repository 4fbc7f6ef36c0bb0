/// What a traceback says of one exception, and of those before it.
package struct ExceptionReport: Sendable {
  /// The exception's type as it is printed: with its module, unless that is `builtins` or `__main__`.
  package var typeName: String
  /// What `str` gives for the exception; `nil` where it failed.
  ///
  /// Of a `SyntaxError` it is `msg`, and `nil` where that is `None`.
  package var message: String?
  /// What was added by `add_note`.
  package var notes: [String]
  /// Where it was raised, the outermost first.
  package var entries: [TracebackEntry]
  /// Where a program is none; of any `SyntaxError`, even one that was raised by hand and has no place.
  package var syntax: SyntaxPlace?
  /// What is known of a name that was not found.
  package var missingName: MissingName?
  /// The exceptions that led to this one, the nearest first.
  package var earlier: [Earlier]

  package init(
    typeName: String, message: String?, notes: [String] = [], entries: [TracebackEntry] = [],
    syntax: SyntaxPlace? = nil, missingName: MissingName? = nil, earlier: [Earlier] = []
  ) {
    self.typeName = typeName
    self.message = message
    self.notes = notes
    self.entries = entries
    self.syntax = syntax
    self.missingName = missingName
    self.earlier = earlier
  }

  /// An exception before another, and what it was to the other.
  package struct Earlier: Sendable {
    package enum Relation: String, Sendable {
      case cause = "The above exception was the direct cause of the following exception:"
      case context = "During handling of the above exception, another exception occurred:"
    }

    package var relation: Relation
    /// The exception, whose own earlier ones follow it in the list.
    package var report: ExceptionReport

    package init(_ relation: Relation, _ report: ExceptionReport) {
      self.relation = relation
      self.report = report
    }
  }

  /// What an exception refers to: `__cause__`, `__context__` and `__suppress_context__`.
  package struct Links<Identity: Hashable> {
    package var cause: Identity?
    package var context: Identity?
    package var suppressesContext: Bool

    package init(cause: Identity?, context: Identity?, suppressesContext: Bool) {
      self.cause = cause
      self.context = context
      self.suppressesContext = suppressesContext
    }
  }

  /// The report of an exception with those that led to it, each of them once, though they may form a circle.
  ///
  /// - Parameters:
  ///   - exception: the exception.
  ///   - links: what an exception refers to.
  ///   - report: what is said of an exception by itself.
  /// - Complexity: O(*n*) in the exceptions that led to it.
  package static func chain<Identity: Hashable>(
    of exception: Identity, links: (Identity) -> Links<Identity>, report: (Identity) -> ExceptionReport
  ) -> ExceptionReport {
    var whole = report(exception)
    var seen: Set = [exception]
    var current = exception
    while true {
      let links = links(current)
      if let cause = links.cause, seen.insert(cause).inserted {
        whole.earlier.append(Earlier(.cause, report(cause)))
        current = cause
      } else if !links.suppressesContext, let context = links.context, seen.insert(context).inserted {
        whole.earlier.append(Earlier(.context, report(context)))
        current = context
      } else {
        return whole
      }
    }
  }
}
