import ArgumentParser

/// A number of things at most, or all of them.
struct Limit: ExpressibleByArgument, Hashable {
  /// The number, `nil` for all.
  var value: Int?

  init(_ value: Int?) {
    self.value = value
  }

  init?(argument: String) {
    if argument == "all" {
      value = nil
    } else if let number = Int(argument) {
      value = number
    } else {
      return nil
    }
  }

  /// The number, refused where it is below the least that makes sense.
  func checked(_ option: String, least: Int) throws(HeapCommandError) -> Int? {
    if let value, value < least {
      throw .usage("\(option) is \(value); give \(least) or more, or 'all'")
    }
    return value
  }

  var defaultValueDescription: String { value.map { "\($0)" } ?? "all" }
}
